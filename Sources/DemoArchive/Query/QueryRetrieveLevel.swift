import DICOM

/// Query/Retrieve Level (0008,0052), the upper ones first (PS3.4 §C.6.1.1, §C.6.2.1).
enum QueryRetrieveLevel: String, CaseIterable {
    case patient = "PATIENT"
    case study = "STUDY"
    case series = "SERIES"
    case image = "IMAGE"

    var uniqueKey: Tag {
        switch self {
        case .patient: .patientID
        case .study: .studyInstanceUID
        case .series: .seriesInstanceUID
        case .image: .sopInstanceUID
        }
    }

    /// The level whose entities an attribute describes; what no upper level is known to have is an instance's.
    init(of tag: Tag) {
        self = Self.upperLevels[tag] ?? .image
    }
}

extension QueryRetrieveLevel: Comparable {
    static func < (left: Self, right: Self) -> Bool { left.depth < right.depth }

    private var depth: Int { Self.allCases.firstIndex(of: self) ?? 0 }
}

// The attributes of PS3.3 §C.7.1 to §C.7.3 and §C.7.5.1, level by level.
extension QueryRetrieveLevel {
    private static let upperLevels: [Tag: QueryRetrieveLevel] = {
        var levels: [Tag: QueryRetrieveLevel] = [:]
        for (level, keywords) in [(Self.patient, ofPatients), (.study, ofStudies), (.series, ofSeries)] {
            for keyword in keywords.split(whereSeparator: \.isWhitespace) {
                guard let tag = Dictionary.tag(keyword: keyword) else { continue }
                levels[tag] = level
            }
        }
        return levels
    }()

    /// Also what the archive says of entities of every level (PS3.4 §C.3.4).
    private static let ofPatients = """
        RetrieveAETitle InstanceAvailability
        PatientName PatientID IssuerOfPatientID IssuerOfPatientIDQualifiersSequence TypeOfPatientID PatientBirthDate
        PatientBirthTime PatientSex OtherPatientIDs OtherPatientIDsSequence OtherPatientNames PatientBirthName
        PatientMotherBirthName EthnicGroup PatientComments ResponsiblePerson ResponsiblePersonRole
        ResponsibleOrganization PatientSpeciesDescription PatientSpeciesCodeSequence PatientBreedDescription
        NumberOfPatientRelatedStudies NumberOfPatientRelatedSeries NumberOfPatientRelatedInstances
        """

    private static let ofStudies = """
        StudyInstanceUID StudyDate StudyTime StudyID AccessionNumber IssuerOfAccessionNumberSequence StudyDescription
        ReferringPhysicianName ReferringPhysicianIdentificationSequence ConsultingPhysicianName PhysiciansOfRecord
        NameOfPhysiciansReadingStudy RequestingService ReferencedStudySequence ProcedureCodeSequence
        AdmittingDiagnosesDescription PatientAge PatientSize PatientWeight MedicalAlerts Allergies SmokingStatus
        PregnancyStatus LastMenstrualDate PatientState Occupation AdditionalPatientHistory AdmissionID
        ServiceEpisodeID TimezoneOffsetFromUTC ModalitiesInStudy SOPClassesInStudy NumberOfStudyRelatedSeries
        NumberOfStudyRelatedInstances
        """

    private static let ofSeries = """
        SeriesInstanceUID SeriesNumber SeriesDate SeriesTime SeriesDescription SeriesDescriptionCodeSequence Modality
        Laterality PerformingPhysicianName PerformingPhysicianIdentificationSequence ProtocolName BodyPartExamined
        PatientPosition OperatorsName ReferencedPerformedProcedureStepSequence PerformedProcedureStepStartDate
        PerformedProcedureStepStartTime PerformedProcedureStepEndDate PerformedProcedureStepEndTime
        PerformedProcedureStepID PerformedProcedureStepDescription PerformedProtocolCodeSequence
        RequestAttributesSequence FrameOfReferenceUID PositionReferenceIndicator Manufacturer InstitutionName
        InstitutionAddress InstitutionalDepartmentName StationName ManufacturerModelName DeviceSerialNumber
        SoftwareVersions ClinicalTrialSeriesID ClinicalTrialSeriesDescription NumberOfSeriesRelatedInstances
        """
}
