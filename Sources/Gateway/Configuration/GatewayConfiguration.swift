/// Everything that an operator decides, with its defaults.
///
/// `Config/gantry.yaml` documents the same keys and the same defaults; a test holds the two together.
package struct GatewayConfiguration: Hashable, Sendable {
    package var http = HTTP()
    /// How the gateway calls itself in associations.
    package var aeTitle = "GANTRY"
    package var storage = Storage()
    package var archives: [Archive] = []
    package var cache = Cache()
    package var rendering = Rendering()
    package var access = Access()
    package var limits = Limits()
    package var codecs = Codecs()
    package var health = Health()

    package init() {}

    /// Where there are several archives, a quarter of the requests is out of reach of those that wait for one of them.
    var requestsPerArchive: Int { archives.count > 1 ? max(1, limits.requests * 3 / 4) : limits.requests }
}

extension GatewayConfiguration {
    package struct HTTP: Hashable, Sendable {
        package var host = "127.0.0.1"
        package var port = 8080
        /// What Retrieve URLs begin with, without a slash at its end; nil: the host of the request.
        package var publicURL: String?
        package var tls: TLS?
        package var cors = CORS()
        /// How long a connection may be silent before a request, or inside one.
        package var idle = Duration.seconds(60)

        package init() {}
    }

    package struct CORS: Hashable, Sendable {
        /// The origins that may read answers, such as `https://viewer.example.org`; `*` is all; none turns CORS off.
        package var origins: [String] = []

        package init(origins: [String] = []) {
            self.origins = origins
        }
    }

    /// The Storage SCP to which archives deliver for C-MOVE.
    package struct Storage: Hashable, Sendable {
        package var host = "127.0.0.1"
        /// 0 is any free one, which no archive can know.
        package var port = 11112
        /// Our AE titles to which archives send, one for each C-MOVE as far as they go; none: `aeTitle`.
        package var aeTitles: [String] = []
        /// The calling AE titles that may deliver beside the archives' own; none: any.
        package var callers: [String] = []
        /// How long after the end of a C-MOVE instances may be on their way.
        package var grace = Duration.seconds(5)
        /// Further associations are rejected for the time being.
        package var maximumAssociations = 32
        /// Nil: plain TCP.
        package var tls: TLS?

        package init() {}
    }

    package struct Archive: Hashable, Sendable {
        /// The name in paths: `/archives/{name}/dicom-web`.
        package var name: String
        package var aeTitle: String
        package var host: String
        package var port: Int
        package var retrieve = Retrieve.auto
        /// The defined term of (0008,0005) in which queries are encoded, and assumed of answers that name none.
        package var characterSet = "ISO_IR 192"
        /// What is counted where the archive does not tell ModalitiesInStudy and the NumberOf… attributes.
        package var computeCounts = SearchLimits.Counting.full
        /// What the operator says that the archive can or cannot do; what is nil is found out.
        package var quirks = ArchiveProfile()
        package var maximumAssociations = 4
        /// Requests that wait for one of them: 503 above.
        package var maximumWaiting = 256
        /// Whether `/dicom-web` asks this archive.
        package var federated = true
        package var timeouts = Timeouts()
        package var breaker = Breaker()
        /// Nil: plain TCP.
        package var tls: ArchiveTLS?
        /// Nil: none is sent.
        package var identity: Identity?

        package init(name: String, aeTitle: String, host: String, port: Int) {
            self.name = name
            self.aeTitle = aeTitle
            self.host = host
            self.port = port
        }
    }

    package enum Retrieve: String, CaseIterable, Sendable {
        case auto, get, move
    }

    /// When an archive that cannot be had is left alone.
    package struct Breaker: Hashable, Sendable {
        /// Failures in a row; 0 is never.
        package var failures = 5
        /// The time between two C-ECHO to an archive that is left alone.
        package var probe = Duration.seconds(5)

        package init() {}
    }

    /// How long an archive may be silent in each step of an association.
    package struct Timeouts: Hashable, Sendable {
        package var connect = Duration.seconds(5)
        package var associate = Duration.seconds(5)
        package var response = Duration.seconds(30)
        package var progress = Duration.seconds(60)
        package var release = Duration.seconds(5)
        /// For which a request waits for an association to be free: 503 after it.
        package var queue = Duration.seconds(60)

        package init() {}
    }

    package struct Cache: Hashable, Sendable {
        /// Where the anonymous spool files are opened; nil: the system's directory for temporary files.
        package var directory: String?
        package var bytes = 4 << 30
        /// Bytes of thumbnails that are kept in memory.
        package var thumbnails = 32 << 20
        /// How long an instance stays after it was last read.
        package var idle = Duration.seconds(600)

        package init() {}
    }

    /// How pictures are drawn.
    package struct Rendering: Hashable, Sendable {
        /// Font files for annotations; the first that has a character gives its shape.
        package var fonts = [
            "/usr/share/fonts/truetype/dejavu/DejaVuSans.ttf", "/usr/share/fonts/opentype/unifont/unifont.otf",
        ]

        package init() {}
    }

    package struct Access: Hashable, Sendable {
        package enum Mode: String, CaseIterable, Sendable {
            case open, basic, bearer
        }

        package var mode = Mode.open
        /// Lets an `open` gateway listen on more than the loopback interface.
        package var openToNetwork = false

        package init() {}
    }

    package struct Limits: Hashable, Sendable {
        /// Matches that a search collects before it tells the archive to stop.
        package var matches = 5000
        /// C-FIND requests that one search may take, where an archive has to be asked level by level.
        package var searches = 1000
        /// Bytes of the body of a store request.
        package var requestBody = 16 << 30
        /// Bytes of the path and query of a request: 414 above.
        package var requestTarget = 8 << 10
        /// Bytes of the header fields of a request: 431 above.
        package var requestHeaders = 32 << 10
        /// Requests that are served at once: 503 above.
        package var requests = 1024

        package init() {}
    }

    /// The processes in which C libraries read compressed pixels.
    package struct Codecs: Hashable, Sendable {
        /// How many images are decoded at once; nil: one for each processor core.
        package var workers: Int?
        /// Whether the gateway starts only where they can be confined.
        package var requireSandbox = false

        package init() {}
    }

    package struct Health: Hashable, Sendable {
        /// The time between two C-ECHO to each archive.
        package var interval = Duration.seconds(30)

        package init() {}
    }
}
