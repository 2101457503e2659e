import FoundationEssentials
import Logging

extension Gateway {
    /// Larger files are no fonts that are used here.
    private static let maximumFont = 32 << 20

    /// The bytes of the font files that are there.
    static func fonts(_ configuration: GatewayConfiguration.Rendering, _ logger: Logger) -> [[UInt8]] {
        let fonts = configuration.fonts.compactMap { path -> [UInt8]? in
            guard let data = FileManager.default.contents(atPath: path), data.count <= maximumFont else {
                logger.info("a font is not there", metadata: ["file": "\(path)"])
                return nil
            }
            return Array(data)
        }
        if fonts.isEmpty { logger.notice("no font is there: pictures are not annotated") }
        return fonts
    }
}
