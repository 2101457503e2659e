package import DICOM

/// One way in which a resource can represent one of its items: what ``Accept`` chooses from.
package struct Offer: Hashable, Sendable {
    /// How items are put into the payload (PS3.18 §8.6.1).
    package enum Packaging: Hashable, Sendable {
        case single, multipart
    }

    /// Type and subtype of the item.
    package var mediaType: MediaType
    /// How the item is encoded; nil where that says nothing, as in JSON and rendered images, and a `transfer-syntax`
    /// parameter is ignored.
    package var transferSyntax: TransferSyntax?
    /// The usual packaging first.
    package var packagings: [Packaging]
    /// True of what is sent when anything is acceptable.
    package var isDefault: Bool
    /// True where the type alone, without `transfer-syntax`, asks for this encoding (PS3.18 §8.7.3).
    package var isUnspecifiedSyntax: Bool
    /// True of a form that the item has to be put into first: for who names its type or its syntax, and nobody else.
    package var isMade: Bool
    /// Other names for the type, under which it is labelled when only they were asked for.
    package var aliases: [MediaType]

    package init(
        _ mediaType: MediaType,
        _ transferSyntax: TransferSyntax? = nil,
        packagings: [Packaging] = [.single],
        isDefault: Bool = false,
        isUnspecifiedSyntax: Bool = true,
        isMade: Bool = false,
        aliases: [MediaType] = []
    ) {
        self.mediaType = mediaType
        self.transferSyntax = transferSyntax
        self.packagings = packagings
        self.isDefault = isDefault
        self.isUnspecifiedSyntax = isUnspecifiedSyntax
        self.isMade = isMade
        self.aliases = aliases
    }
}

extension Offer {
    /// DICOM JSON, also under the name `application/json` (PS3.18 §8.7.3.2).
    package static let json = Offer(.dicomJSON, isDefault: true, aliases: [.json])

    /// What can be sent of one instance as `application/dicom` (PS3.18 §8.7.3.1), the form as stored first.
    ///
    /// Implicit VR and big-endian data leave in Explicit VR Little Endian (§8.7.3), deflated data inflated.
    ///
    /// - Parameters:
    ///   - stored: how the archive holds it.
    ///   - isDecodable: whether its pixel data can be decoded; true where nothing has to be.
    ///   - isLossy: whether its pixel data is there only with loss, which allows the stored form for the default one.
    ///   - targets: what its pixel data can be put into.
    ///   - isSingle: whether the resource is exactly one instance (§10.4.4).
    package static func instance(
        stored: TransferSyntax,
        isDecodable: Bool,
        isLossy: Bool = false,
        targets: [TransferSyntax] = [],
        isSingle: Bool
    ) -> [Offer] {
        let packagings: [Packaging] = isSingle ? [.multipart, .single] : [.multipart]
        let native = Offer(.dicom, .explicitVRLittleEndian, packagings: packagings, isDefault: true)
        let made = targets.filter { $0 != stored }.map {
            Offer(.dicom, $0, packagings: packagings, isUnspecifiedSyntax: false, isMade: true)
        }
        guard stored.isEncapsulated else { return [native] + made }
        let asStored = Offer(
            .dicom,
            stored,
            packagings: packagings,
            isDefault: !isDecodable,
            isUnspecifiedSyntax: !isDecodable && isLossy
        )
        return isDecodable ? [asStored, native] + made : [asStored]
    }

    /// What can be sent of a frame or another bulk value (PS3.18 §8.7.3.3), the form as stored first.
    ///
    /// For whoever takes anything, a JPEG of the classic family is sent as stored, since every viewer shows it, and
    /// all else decoded, since few decode the rest.
    ///
    /// - Parameters:
    ///   - stored: how the archive holds the value.
    ///   - isDecodable: whether it can be decoded; true where nothing has to be.
    ///   - targets: what it can be put into.
    ///   - isSingle: whether the resource is exactly one value.
    package static func bulk(
        stored: TransferSyntax,
        isDecodable: Bool,
        targets: [TransferSyntax] = [],
        isSingle: Bool
    ) -> [Offer] {
        let packagings: [Packaging] = isSingle ? [.multipart, .single] : [.multipart]
        let mediaType = stored.isEncapsulated ? MediaType.bulkType(of: stored) : nil
        let made = made(targets.filter { $0 != stored }, besides: mediaType, packagings)
        guard stored.isEncapsulated else {
            return [Offer(.octetStream, .explicitVRLittleEndian, packagings: packagings, isDefault: true)] + made
        }
        let asStored = Offer(
            mediaType ?? .octetStream,
            stored,
            packagings: packagings,
            isDefault: mediaType == .jpeg || !isDecodable,
            isUnspecifiedSyntax: mediaType != nil
        )
        guard isDecodable else { return [asStored] }
        let native = Offer(
            .octetStream,
            .explicitVRLittleEndian,
            packagings: packagings,
            isDefault: !asStored.isDefault
        )
        return [asStored, native] + made
    }

    /// Compressed forms under their media types; the first of a type is what the type alone asks for, unless it is the
    /// stored form's (PS3.18 Table 8.7.3-5).
    private static func made(
        _ targets: [TransferSyntax],
        besides stored: MediaType?,
        _ packagings: [Packaging]
    ) -> [Offer] {
        var named = Set([stored].compactMap(\.self))
        return targets.compactMap { target in
            guard let mediaType = MediaType.bulkType(of: target) else { return nil }
            let isFirst = named.insert(mediaType).inserted
            return Offer(mediaType, target, packagings: packagings, isUnspecifiedSyntax: isFirst, isMade: true)
        }
    }

    /// The media types as an answer 406 lists them.
    package static func mediaTypes(of offers: [Offer]) -> [MediaType] {
        var types: [MediaType] = []
        for offer in offers {
            for packaging in offer.packagings {
                let type = packaging == .single ? offer.mediaType : .multipartRelated(of: offer.mediaType)
                let full = offer.transferSyntax.map { type.with("transfer-syntax", $0.uid.rawValue) } ?? type
                if !types.contains(full) { types.append(full) }
            }
        }
        return types
    }
}

extension MediaType {
    /// The type of a compressed frame in that syntax (PS3.18 Table 8.7.3-5); nil of syntaxes that have none.
    package static func bulkType(of transferSyntax: TransferSyntax) -> MediaType? {
        let prefix = "1.2.840.10008.1.2."
        guard transferSyntax.uid.rawValue.hasPrefix(prefix) else { return nil }
        switch transferSyntax.uid.rawValue.dropFirst(prefix.count) {
        case "5": return MediaType("image", "dicom-rle")
        case "4.50", "4.51", "4.57", "4.70": return .jpeg
        case "4.80", "4.81": return MediaType("image", "jls")
        case "4.90", "4.91": return MediaType("image", "jp2")
        case "4.92", "4.93": return MediaType("image", "jpx")
        case "4.201", "4.202", "4.203": return MediaType("image", "jphc")
        case "4.110", "4.111", "4.112": return MediaType("image", "jxl")
        case "4.100", "4.100.1", "4.101", "4.101.1": return MediaType("video", "mpeg")
        case "4.102", "4.102.1", "4.103", "4.103.1", "4.104", "4.104.1", "4.105", "4.105.1", "4.106", "4.106.1":
            return MediaType("video", "mp4")
        case "4.107", "4.108": return MediaType("video", "h265")
        default: return nil
        }
    }

    /// The standard's name for a type that clients know by an older or their own one.
    var canonical: MediaType {
        let names = [
            "dicom+jpeg": "jpeg", "dicom+rle": "dicom-rle", "x-dicom-rle": "dicom-rle", "x-jls": "jls",
            "dicom+jpeg-ls": "jls", "dicom+jp2": "jp2", "dicom+jpeg-jp2": "jp2", "dicom+jpx": "jpx",
            "dicom+jpeg-jpx": "jpx", "j2c": "jp2",
        ]
        if type == "image", let name = names[subtype] { return MediaType(type, name, parameters) }
        if type == "video", subtype == "mpeg2" { return MediaType(type, "mpeg", parameters) }
        return self
    }
}
