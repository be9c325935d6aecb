package struct UnitFilePath { package init?(_ path: AbsolutePath) { return nil } }
