/// The requirement of one kind, nil where it is of another: what of a list is read together.
extension Requirement {
  package var processors: ProcessorRequirement? {
    if case .processors(let requirement) = self { requirement } else { nil }
  }

  package var memory: MemoryRequirement? { if case .memory(let requirement) = self { requirement } else { nil } }

  package var operatingSystem: OperatingSystemRequirement? {
    if case .operatingSystem(let requirement) = self { requirement } else { nil }
  }

  package var instanceType: InstanceTypeRequirement? {
    if case .instanceType(let requirement) = self { requirement } else { nil }
  }

  package var volume: VolumeRequirement? { if case .volume(let requirement) = self { requirement } else { nil } }

  package var device: DeviceRequirement? { if case .device(let requirement) = self { requirement } else { nil } }

  package var ports: PortRequirement? { if case .ports(let requirement) = self { requirement } else { nil } }

  package var networkRate: NetworkRateRequirement? {
    if case .networkRate(let requirement) = self { requirement } else { nil }
  }

  package var script: ScriptRequirement? { if case .script(let requirement) = self { requirement } else { nil } }
}
