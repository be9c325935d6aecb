/// How text that is not ASCII is taken out of a MIME message.
enum TextReading {
  /// As the UTF-8 that it is.
  case asWritten
  /// As Python's `email` package gives it to cloud-init: see ``PythonText/rawUnicodeEscaped(_:)``.
  case asPython
}
