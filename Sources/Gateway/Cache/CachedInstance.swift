package import DICOM
package import DICOMweb

/// An instance in the cache, as it came from the archive.
package struct CachedInstance: Sendable {
    /// Study, series and instance, from the data set itself.
    package let scope: Scope
    package let instance: UID
    package let sopClass: UID
    /// The transfer syntax in which the archive holds it, as far as it let us see.
    package let arrivedAs: TransferSyntax
    package let content: StoredDataSet
}
