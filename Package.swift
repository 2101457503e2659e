// swift-tools-version: 6.2
import PackageDescription

let settings: [SwiftSetting] = [
    .swiftLanguageMode(.v6),
    .enableUpcomingFeature("ExistentialAny"),
    .enableUpcomingFeature("MemberImportVisibility"),
    .enableUpcomingFeature("InternalImportsByDefault"),
    .enableUpcomingFeature("NonisolatedNonsendingByDefault"),
    .treatAllWarnings(as: .error),
]

/// The floors, lowest first: a target imports what stands below it and never a sibling.
let floors: [Target] = [
    // 0: C libraries
    .systemLibrary(name: "CJPEG", pkgConfig: "libjpeg", providers: [.apt(["libjpeg62-turbo-dev"])]),
    .systemLibrary(name: "CTurboJPEG", pkgConfig: "libturbojpeg", providers: [.apt(["libturbojpeg0-dev"])]),
    .systemLibrary(name: "COpenJPEG", pkgConfig: "libopenjp2", providers: [.apt(["libopenjp2-7-dev"])]),
    .systemLibrary(name: "CCharLS", pkgConfig: "charls", providers: [.apt(["libcharls-dev"])]),
    .systemLibrary(name: "CJXL", providers: [.apt(["libjxl-dev"])]),
    .systemLibrary(name: "CLCMS", pkgConfig: "lcms2", providers: [.apt(["liblcms2-dev"])]),
    .systemLibrary(name: "CPNG", pkgConfig: "libpng", providers: [.apt(["libpng-dev"])]),
    .systemLibrary(name: "CFreeType", pkgConfig: "freetype2", providers: [.apt(["libfreetype-dev"])]),
    .systemLibrary(name: "CZlib", pkgConfig: "zlib", providers: [.apt(["zlib1g-dev"])]),
    .systemLibrary(name: "CSeccomp", pkgConfig: "libseccomp", providers: [.apt(["libseccomp-dev"])]),
    .target(name: "CLinux", dependencies: ["CSeccomp"]),
    // The error boundary of the codec libraries: libjpeg and libpng report by longjmp, which must not cross Swift frames.
    .target(
        name: "CodecShims",
        dependencies: ["CJPEG", "CPNG", "CCharLS", "COpenJPEG", "CJXL", "CLCMS"],
        // Of libjxl the .pc file has flags that SwiftPM warns of; of OpenJPH, an encoder in C++, it is empty.
        linkerSettings: [.linkedLibrary("jxl"), .linkedLibrary("openjph")]
    ),
    // 1: PS3.5, PS3.6, PS3.10
    .target(
        name: "DICOM",
        dependencies: ["CZlib", .product(name: "NIOCore", package: "swift-nio")],
        swiftSettings: settings
    ),
    // 2: PS3.7 and PS3.8; PS3.3 C.7 and C.11; PS3.18
    .target(
        name: "DIMSE",
        dependencies: [
            "DICOM",
            .product(name: "NIOConcurrencyHelpers", package: "swift-nio"),
            .product(name: "NIOCore", package: "swift-nio"),
            .product(name: "NIOPosix", package: "swift-nio"),
            .product(name: "NIOSSL", package: "swift-nio-ssl"),
            .product(name: "NIOTLS", package: "swift-nio"),
            .product(name: "Logging", package: "swift-log"),
        ],
        swiftSettings: settings
    ),
    .target(
        name: "Pixels",
        dependencies: [
            "DICOM", "CTurboJPEG", "CFreeType", "CodecShims",
            .product(name: "NIOCore", package: "swift-nio"),
        ],
        swiftSettings: settings
    ),
    .target(
        name: "DICOMweb",
        dependencies: ["DICOM", .product(name: "NIOCore", package: "swift-nio")],
        swiftSettings: settings
    ),
    // 3: the service and the demo's archive
    .target(
        name: "Gateway",
        dependencies: [
            "DICOM", "DIMSE", "Pixels", "DICOMweb", "CLinux",
            .product(name: "Hummingbird", package: "hummingbird"),
            .product(name: "HummingbirdCore", package: "hummingbird"),
            .product(name: "HummingbirdHTTP2", package: "hummingbird"),
            .product(name: "HTTPTypes", package: "swift-http-types"),
            .product(name: "Logging", package: "swift-log"),
            .product(name: "NIOConcurrencyHelpers", package: "swift-nio"),
            .product(name: "NIOCore", package: "swift-nio"),
            .product(name: "NIOHTTP1", package: "swift-nio"),
            .product(name: "NIOHTTPTypes", package: "swift-nio-extras"),
            .product(name: "NIOPosix", package: "swift-nio"),
            .product(name: "NIOSSL", package: "swift-nio-ssl"),
            .product(name: "ServiceLifecycle", package: "swift-service-lifecycle"),
            .product(name: "Yams", package: "Yams"),
        ],
        resources: [
            .embedInCode("Console/console.html"),
            .embedInCode("Console/console.css"),
            .embedInCode("Console/console.js"),
            .embedInCode("Console/openapi.yaml"),
        ],
        swiftSettings: settings
    ),
    .target(
        name: "DemoArchive",
        dependencies: [
            "DICOM", "DIMSE", "Pixels", "CLinux",
            .product(name: "Logging", package: "swift-log"),
            .product(name: "NIOCore", package: "swift-nio"),
        ],
        swiftSettings: settings
    ),
    // 4: the command
    .executableTarget(
        name: "gantry",
        dependencies: [
            "Gateway", "DemoArchive", "DICOM", "DICOMweb", "DIMSE",
            .product(name: "ArgumentParser", package: "swift-argument-parser"),
            .product(name: "Logging", package: "swift-log"),
            .product(name: "NIOConcurrencyHelpers", package: "swift-nio"),
            .product(name: "ServiceLifecycle", package: "swift-service-lifecycle"),
            .product(name: "UnixSignals", package: "swift-service-lifecycle"),
        ],
        swiftSettings: settings
    ),
]

func tests(_ floor: String, _ dependencies: [Target.Dependency] = []) -> Target {
    .testTarget(
        name: "\(floor)Tests",
        dependencies: [.init(stringLiteral: floor)] + dependencies,
        swiftSettings: settings
    )
}

let package = Package(
    name: "gantry",
    platforms: [.macOS(.v15)],
    dependencies: [
        .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2"),
        .package(url: "https://github.com/apple/swift-http-types", from: "1.8.0"),
        .package(url: "https://github.com/apple/swift-log", from: "1.16.2"),
        .package(url: "https://github.com/apple/swift-nio", from: "2.101.2"),
        .package(url: "https://github.com/apple/swift-nio-extras", from: "1.35.2"),
        .package(url: "https://github.com/apple/swift-nio-http2", from: "1.46.0"),
        .package(url: "https://github.com/apple/swift-nio-ssl", from: "2.37.6"),
        .package(url: "https://github.com/hummingbird-project/hummingbird", from: "2.28.1", traits: []),
        .package(url: "https://github.com/jpsim/Yams", from: "6.2.2"),
        .package(url: "https://github.com/swift-server/swift-service-lifecycle", from: "2.13.0"),
    ],
    targets: floors + [
        // A peer that follows a script, in bytes of its own.
        .target(name: "ScriptedPeer", path: "Tests/Support/ScriptedPeer", swiftSettings: settings),
        // A log that a test reads.
        .target(
            name: "TestLog",
            dependencies: [
                .product(name: "Logging", package: "swift-log"),
                .product(name: "NIOConcurrencyHelpers", package: "swift-nio"),
            ],
            path: "Tests/Support/TestLog",
            swiftSettings: settings
        ),
        // Compressed images, and what they are of.
        .target(
            name: "Codestreams",
            dependencies: [.product(name: "NIOCore", package: "swift-nio")],
            path: "Tests/Support/Codestreams",
            swiftSettings: settings
        ),
        tests("DICOM"),
        tests(
            "DIMSE",
            [
                "ScriptedPeer", "TestLog",
                .product(name: "Logging", package: "swift-log"),
                .product(name: "NIOConcurrencyHelpers", package: "swift-nio"),
                .product(name: "NIOEmbedded", package: "swift-nio"),
            ]
        ),
        tests("Pixels", ["Codestreams"]),
        tests("DICOMweb"),
        .testTarget(
            name: "FuzzTests",
            dependencies: [
                "Codestreams", "DICOM", "DIMSE", "DICOMweb", "Pixels", "ScriptedPeer",
                .product(name: "NIOCore", package: "swift-nio"),
                .product(name: "NIOEmbedded", package: "swift-nio"),
            ],
            swiftSettings: settings
        ),
        tests(
            "Gateway",
            [
                "Codestreams", "DIMSE", "DICOM", "DICOMweb", "Pixels", "TestLog",
                .product(name: "HTTPTypes", package: "swift-http-types"),
                .product(name: "Hummingbird", package: "hummingbird"),
                .product(name: "HummingbirdCore", package: "hummingbird"),
                .product(name: "Logging", package: "swift-log"),
                .product(name: "NIOConcurrencyHelpers", package: "swift-nio"),
                .product(name: "NIOCore", package: "swift-nio"),
                .product(name: "NIOEmbedded", package: "swift-nio"),
                .product(name: "NIOHPACK", package: "swift-nio-http2"),
                .product(name: "NIOHTTP2", package: "swift-nio-http2"),
                .product(name: "NIOPosix", package: "swift-nio"),
                .product(name: "NIOSSL", package: "swift-nio-ssl"),
                .product(name: "ServiceLifecycle", package: "swift-service-lifecycle"),
                .product(name: "Yams", package: "Yams"),
            ]
        ),
        tests(
            "DemoArchive",
            ["DIMSE", "DICOM", .product(name: "NIOConcurrencyHelpers", package: "swift-nio")]
        ),
    ],
    cxxLanguageStandard: .cxx17
)
