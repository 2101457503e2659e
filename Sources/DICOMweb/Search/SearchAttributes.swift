import DICOM

/// What PS3.18 §10.6 and PS3.4 §C.6.2 say of attributes in searches.
enum SearchAttributes {
    /// What the gateway itself says, or what describes the identifier rather than what is sought (PS3.4 §C.2.2.2).
    static let neverMatched: Set<Tag> = [
        .specificCharacterSet, .queryRetrieveLevel, .queryRetrieveView, .retrieveURL, .pixelData,
    ]

    /// What every result has (PS3.18 Tables 10.6.3-3 to 10.6.3-5), without Retrieve URL; ascending.
    static func required(at level: SearchQuery.Level) -> [Tag] {
        switch level {
        case .study:
            [
                .studyDate, .studyTime, .accessionNumber, .modalitiesInStudy, .referringPhysicianName, .patientName,
                .patientID, .patientBirthDate, .patientSex, .studyInstanceUID, .studyID,
                .numberOfStudyRelatedSeries, .numberOfStudyRelatedInstances,
            ]
        case .series:
            [.modality, .studyInstanceUID, .seriesInstanceUID, .seriesNumber, .numberOfSeriesRelatedInstances]
        case .instance:
            [.sopClassUID, .sopInstanceUID, .studyInstanceUID, .seriesInstanceUID, .instanceNumber]
        }
    }

    /// What results have where the archive knows it.
    static func conditional(at level: SearchQuery.Level) -> [Tag] {
        switch level {
        case .study: [.instanceAvailability, .timezoneOffsetFromUTC]
        case .series:
            [
                .timezoneOffsetFromUTC, .seriesDescription, .performedProcedureStepStartDate,
                .performedProcedureStepStartTime, .requestAttributesSequence,
            ]
        case .instance:
            [.instanceAvailability, .timezoneOffsetFromUTC, .numberOfFrames, .rows, .columns, .bitsAllocated]
        }
    }

    /// What a sequence's item is asked for when the sequence is (PS3.18 Table 10.6.3-4).
    static func itemKeys(of sequence: Tag) -> [Tag] {
        sequence == .requestAttributesSequence ? [.scheduledProcedureStepID, .requestedProcedureID] : []
    }

    /// What `includefield=all` asks for beside: the optional keys that archives commonly have (PS3.4 Tables C.6-1 to
    /// C.6-4, and the level's modules of PS3.3).
    static func optional(at level: SearchQuery.Level) -> [Tag] {
        switch level {
        case .study:
            [
                .sopClassesInStudy, .studyDescription, .physiciansOfRecord, Tag(0x0008, 0x1060), Tag(0x0008, 0x1080),
                .issuerOfPatientID, Tag(0x0010, 0x0032), Tag(0x0010, 0x1000), Tag(0x0010, 0x1001), .patientAge,
                .patientSize, .patientWeight, Tag(0x0010, 0x2160), Tag(0x0010, 0x2180), Tag(0x0010, 0x21B0),
                .patientComments,
            ]
        case .series:
            [
                .seriesDate, .seriesTime, .manufacturer, .institutionName, .stationName, Tag(0x0008, 0x1040),
                .performingPhysicianName, .operatorsName, .manufacturerModelName, .bodyPartExamined, .protocolName,
                .patientPosition, .laterality, .frameOfReferenceUID, .performedProcedureStepID,
            ]
        case .instance:
            [
                .imageType, .instanceCreationDate, .acquisitionDate, .contentDate, .acquisitionTime, .contentTime,
                .availableTransferSyntaxUID, .acquisitionNumber, .imagePositionPatient, .imageOrientationPatient,
                .sliceLocation, .samplesPerPixel, .photometricInterpretation, .pixelSpacing, .bitsStored, .highBit,
                .pixelRepresentation, .windowCenter, .windowWidth,
            ]
        }
    }

    /// The level at which the attribute stands; nil where that is open or unknown, and it may be asked for at any.
    static func level(of tag: Tag) -> SearchQuery.Level? {
        if tag.group == 0x0010 || tag.group == 0x0032 || study.contains(tag) { return .study }
        if series.contains(tag) { return .series }
        return tag.group == 0x0028 || instance.contains(tag) ? .instance : nil
    }

    /// True unless the attribute is known to stand at another level.
    static func stands(_ tag: Tag, at level: SearchQuery.Level) -> Bool { self.level(of: tag) ?? level == level }

    /// The level at which a search's key or returned attribute stands: what is open stands at the search's own.
    ///
    /// - Parameter hasPatientLevel: of the Patient Root model.
    static func place(of tag: Tag, in level: SearchQuery.Level, hasPatientLevel: Bool) -> QueryLevel {
        let place = (self.level(of: tag) ?? level).queryLevel
        return place == .study && hasPatientLevel && patient.contains(tag) ? .patient : place
    }

    /// Patient level keys of the Patient Root model (PS3.4 Table C.6-1, PS3.3 §C.7.1.1); the rest of group 0010
    /// describes the patient at the time of a study.
    private static let patient: Set<Tag> = {
        let elements: [UInt16] = [
            0x0010, 0x0020, 0x0021, 0x0022, 0x0024, 0x0030, 0x0032, 0x0033, 0x0034, 0x0035, 0x0040, 0x1000, 0x1001,
            0x1002, 0x1005, 0x1060, 0x2160, 0x2201, 0x2202, 0x2203, 0x2292, 0x2293, 0x2294, 0x2295, 0x2296, 0x2297,
            0x2298, 0x2299, 0x4000,
        ]
        return Set(elements.map { Tag(0x0010, $0) } + [0x1200, 0x1202, 0x1204].map { Tag(0x0020, $0) })
    }()

    private static let study: Set<Tag> = [
        .studyDate, .studyTime, .accessionNumber, .modalitiesInStudy, .sopClassesInStudy, .referringPhysicianName,
        .studyDescription, .physiciansOfRecord, .studyInstanceUID, .studyID, .numberOfStudyRelatedSeries,
        .numberOfStudyRelatedInstances, Tag(0x0008, 0x0051), Tag(0x0008, 0x0063), Tag(0x0008, 0x0096),
        Tag(0x0008, 0x1032), Tag(0x0008, 0x1049), Tag(0x0008, 0x1060), Tag(0x0008, 0x1080), Tag(0x0008, 0x1110),
        Tag(0x0020, 0x1200), Tag(0x0020, 0x1202), Tag(0x0020, 0x1204),
    ]

    private static let series: Set<Tag> = [
        .seriesDate, .seriesTime, .modality, .seriesDescription, .seriesInstanceUID, .seriesNumber,
        .numberOfSeriesRelatedInstances, .performedProcedureStepStartDate, .performedProcedureStepStartTime,
        .performedProcedureStepID, .requestAttributesSequence, .performingPhysicianName, .operatorsName, .protocolName,
        .patientPosition, .laterality, Tag(0x0008, 0x1052), Tag(0x0008, 0x1072), Tag(0x0008, 0x1111),
        Tag(0x0040, 0x0250), Tag(0x0040, 0x0251), Tag(0x0040, 0x0254),
    ]

    private static let instance: Set<Tag> = [
        .sopClassUID, .sopInstanceUID, .imageType, .instanceCreationDate, .acquisitionDate, .contentDate,
        .acquisitionDateTime, .acquisitionTime, .contentTime, .availableTransferSyntaxUID, .instanceNumber,
        .acquisitionNumber, .patientOrientation, .imagePositionPatient, .imageOrientationPatient, .sliceLocation,
        .imageComments, .referencedImageSequence, Tag(0x0008, 0x0013),
    ]
}
