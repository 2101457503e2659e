package import DICOM
import NIOCore

/// A data set whose bytes lie in the spool, and what is needed to read it without reading all of it.
package struct StoredDataSet: Sendable {
    /// The encoded data set, from its first byte.
    package let extent: SpoolExtent
    /// How the bytes in the spool are encoded.
    package let transferSyntax: TransferSyntax
    /// How its text is encoded if it does not say.
    private let characterSet: CharacterSet
    /// The bytes before Pixel Data; all of them where there is none.
    package let headerLength: Int
    /// Pixel Data, deferred, and what stands after it.
    package let tail: [DataElement]

    /// What a decoder that deferred read from the extent's bytes.
    ///
    /// - Parameters:
    ///   - characterSet: how its text is encoded if it does not say.
    ///   - pixelDataOffset: where Pixel Data begins, in bytes; nil where there is none.
    package init(
        _ dataSet: DataSet,
        in extent: SpoolExtent,
        as syntax: TransferSyntax,
        assuming characterSet: CharacterSet = .default,
        pixelDataOffset: Int?
    ) {
        self.extent = extent
        transferSyntax = syntax
        self.characterSet = characterSet
        headerLength = pixelDataOffset ?? extent.count
        tail = pixelDataOffset == nil ? [] : dataSet.elements.filter { $0.tag >= .floatPixelData }
    }

    /// True of an image: pixel data in any of its three elements (PS3.3 §C.7.6.24).
    package var hasPixels: Bool {
        tail.contains { [.pixelData, .floatPixelData, .doubleFloatPixelData].contains($0.tag) }
    }

    /// Everything, with large values and Pixel Data deferred: their ranges count in ``extent``.
    ///
    /// Reads and decodes the header anew: that takes less than a tenth of a millisecond for most, and keeps memory
    /// flat whatever the number of instances.
    package func header() throws -> DataSet {
        var decoder = DataSetDecoder(
            transferSyntax,
            deferringAbove: Self.deferralThreshold,
            characterSet: characterSet
        )
        try decoder.feed(extent.read(0..<headerLength))
        var dataSet = try decoder.finish()
        for element in tail {
            dataSet.set(element)
        }
        return dataSet
    }

    /// True where reading the header, or telling the frames apart, takes longer than about a tenth of a millisecond.
    package var isLong: Bool {
        headerLength > Self.briefHeader || extent.count > Self.briefExtent || fragmentCount > Self.briefFragments
    }

    private static let briefHeader = 32 << 10
    /// Of more bytes, there may be many frames.
    private static let briefExtent = 32 << 20
    private static let briefFragments = 256

    private var fragmentCount: Int {
        tail.reduce(0) { count, element in
            guard case .deferred(let deferred) = element.value else { return count }
            return count &+ (deferred.encapsulation?.fragments.count ?? 0)
        }
    }

    /// Values longer than this stay in the spool. Look-up tables are shorter (PS3.3 §C.7.6.3.1.6).
    package static let deferralThreshold = 256 * 1024
}
