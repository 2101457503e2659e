import DICOMweb

/// Hummingbird has a type of that name too.
typealias MediaType = DICOMweb.MediaType
