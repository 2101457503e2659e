import DICOM

/// An attribute's, not a test's.
typealias Tag = DICOM.Tag
