import DICOM
import NIOCore

extension Entry {
    private static let chunkLength = 64 << 10
    /// Basic Directory: DICOMDIR files describe others (PS3.3 §F).
    private static let mediaStorageDirectory: UID = "1.2.840.10008.1.3.10"

    /// The entry of a file, of which no more is read than what precedes Pixel Data.
    ///
    /// - Throws: ``DataError`` of damage seen on the way, ``DiskError``; ``DataError/Reason/notDICOM`` also of a DICOMDIR
    ///   and of what has no UIDs.
    init(file path: String) throws {
        let file = try DiskFile(reading: path)
        let length = try file.length()
        var decoder = FileDecoder(deferringAbove: Self.maximumValueLength)
        var offset = 0
        while offset < length, !decoder.reachedPixelData || decoder.transferSyntax?.isDeflated ?? false {
            let chunk = try file.read(offset..<min(offset + Self.chunkLength, length))
            offset += chunk.readableBytes
            try decoder.feed(chunk)
        }
        let dataSet = offset == length ? try decoder.finish() : decoder.dataSet
        guard let syntax = decoder.transferSyntax, let start = decoder.dataSetOffset,
            decoder.meta?.mediaStorageSOPClassUID != Self.mediaStorageDirectory,
            let entry = Entry(dataSet, as: syntax, StoredBytes(path: path, start..<length))
        else { throw DataError(reason: .notDICOM) }
        if offset < length, let pixelData = decoder.pixelDataOffset {
            try PixelDataHeader.check(file, at: start + pixelData, as: syntax)
        }
        self = entry
    }
}

/// The header of Pixel Data, read to see whether the file ends too early without reading the file.
private enum PixelDataHeader {
    private static let length = 12
    private static let undefinedLength: UInt32 = 0xFFFF_FFFF

    static func check(_ file: DiskFile, at offset: Int, as syntax: TransferSyntax) throws {
        let end = try file.length()
        var header = try file.read(offset..<min(offset + length, end))
        let order: Endianness = syntax.byteOrder == .little ? .little : .big
        guard let group = header.readInteger(endianness: order, as: UInt16.self),
            let element = header.readInteger(endianness: order, as: UInt16.self),
            Tag(group, element) == .pixelData
        else { return }
        // Explicit VR: OB or OW, then two bytes that are reserved (PS3.5 §7.1.2).
        let skipped = syntax.isImplicitVR ? 0 : 4
        header.moveReaderIndex(forwardBy: min(skipped, header.readableBytes))
        guard let count = header.readInteger(endianness: order, as: UInt32.self), count != undefinedLength else {
            return
        }
        let value = offset + 4 + skipped + 4
        guard Int(count) <= end - value else { throw DataError(reason: .truncated, tag: .pixelData, offset: offset) }
    }
}
