/// What an instance is to whoever renders it (PS3.18 §8.7.2).
package enum RenderedCategory: Hashable, Sendable {
    /// One picture for each frame; of several also one that moves.
    case image
    /// Frames that only a player shows, in that type.
    case video(MediaType)
    /// A structured report.
    case text
    /// A document that the instance encloses, of that type.
    case document(MediaType)
}

extension Offer {
    /// What can be sent of a rendered instance or its frames (PS3.18 §8.7.4), the default first.
    ///
    /// - Parameters:
    ///   - isSingle: whether the resource is one instance or one frame, or one stands for it.
    ///   - prefersParts: whether whoever takes anything gets parts, not one for all.
    package static func rendered(
        _ category: RenderedCategory = .image,
        isSingle: Bool = true,
        prefersParts: Bool = false
    ) -> [Offer] {
        let packagings: [Packaging] =
            !isSingle ? [.multipart] : prefersParts ? [.multipart, .single] : [.single, .multipart]
        let types: [MediaType] =
            switch category {
            case .image: [.jpeg, .png, .gif]
            case .video(let type), .document(let type): [type]
            case .text: [.html, .plainText]
            }
        return types.enumerated().map { index, type in
            // Several frames are one picture that moves.
            Offer(
                type,
                packagings: type == .gif && !isSingle ? [.multipart, .single] : packagings,
                isDefault: index == 0
            )
        }
    }

    /// What can be sent of several instances: parts of any type, or the picture of one that stands for all.
    package static let renderedCollection: [Offer] =
        rendered(.image, prefersParts: true)
        + [MediaType.html, .plainText, .pdf, .mp4, .mpeg].map { Offer($0, packagings: [.multipart]) }

    /// A single picture (PS3.18 §10.4.1.1.4).
    package static let thumbnail: [Offer] = [Offer(.jpeg, isDefault: true), Offer(.png), Offer(.gif)]
}

extension MediaType {
    package static let html = MediaType("text", "html")
    package static let plainText = MediaType("text", "plain")
    package static let mp4 = MediaType("video", "mp4")
    package static let mpeg = MediaType("video", "mpeg")
}
