import DICOM

/// Swift Testing has a tag of its own.
typealias Tag = DICOM.Tag
