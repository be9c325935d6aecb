import Testing

@testable import Core

@Suite struct PythonFloatTests {
  @Test(
    "a float prints as Python prints it",
    arguments: [
      (1, "1.0"), (100, "100.0"), (-0.0, "-0.0"), (0, "0.0"), (1.5, "1.5"), (0.1, "0.1"), (0.0001, "0.0001"),
      (0.00012, "0.00012"), (0.00001, "1e-05"), (1.5e-7, "1.5e-07"), (1e15, "1000000000000000.0"),
      (1_234_567_890_123_456, "1234567890123456.0"), (1e16, "1e+16"),
      (1.234_567_890_123_456_8e17, "1.2345678901234568e+17"),
      (1e22, "1e+22"), (1e100, "1e+100"), (.leastNonzeroMagnitude, "5e-324"),
      (1.797_693_134_862_315_7e308, "1.7976931348623157e+308"),
      (-123_456.789, "-123456.789"), (.infinity, "inf"), (-.infinity, "-inf"), (.nan, "nan"),
    ] as [(Double, String)])
  func prints(number: Double, text: String) {
    #expect(PythonFloat.repr(number) == text)
  }
}
