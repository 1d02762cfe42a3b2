using Gateway.Codecs.Asn1.AlignedPer;

namespace Gateway.Codecs.H323.H245.Video;

/// <summary>SEQUENCE, extensible (H.245 (05/2011) Annex A).</summary>
public sealed record RefPictureSelection : IPerType<RefPictureSelection>
{
    public RefPictureSelectionAdditionalPictureMemory? AdditionalPictureMemory { get; init; }

    public required bool VideoMux { get; init; }

    public required RefPictureSelectionVideoBackChannelSend VideoBackChannelSend { get; init; }

    public RefPictureSelectionEnhancedReferencePicSelect? EnhancedReferencePicSelect { get; init; }

    /// <summary>What a later edition added.</summary>
    public ExtensionTail? Extensions { get; init; }

    public static RefPictureSelection Decode(ref PerReader reader)
    {
        var sequence = reader.BeginSequence("RefPictureSelection", optionals: 1);
        return new RefPictureSelection
        {
            AdditionalPictureMemory = sequence.Optional() ? RefPictureSelectionAdditionalPictureMemory.Decode(ref reader) : null,
            VideoMux = reader.Boolean(),
            VideoBackChannelSend = (RefPictureSelectionVideoBackChannelSend)NullChoice.Decode(ref reader, "RefPictureSelectionVideoBackChannelSend", 5),
            EnhancedReferencePicSelect = sequence.Addition(ref reader) ? RefPictureSelectionEnhancedReferencePicSelect.Decode(ref reader) : null,
            Extensions = sequence.End(ref reader),
        };
    }

    public void Encode(ref PerWriter writer)
    {
        var sequence = writer.BeginSequence(optionals: 1, additions: 1, tail: Extensions);
        if (sequence.Optional(ref writer, AdditionalPictureMemory))
            AdditionalPictureMemory.Encode(ref writer);
        writer.Boolean(VideoMux);
        NullChoice.Encode(ref writer, (int)VideoBackChannelSend, 5);
        if (sequence.Addition(ref writer, EnhancedReferencePicSelect))
            EnhancedReferencePicSelect.Encode(ref writer);
        sequence.End(ref writer);
    }
}

/// <summary>SEQUENCE, extensible (H.245 (05/2011) Annex A, RefPictureSelection).</summary>
public sealed record RefPictureSelectionAdditionalPictureMemory : IPerType<RefPictureSelectionAdditionalPictureMemory>
{
    /// <summary>In frame.</summary>
    public int? SqcifAdditionalPictureMemory { get; init; }

    /// <summary>In frame.</summary>
    public int? QcifAdditionalPictureMemory { get; init; }

    /// <summary>In frame.</summary>
    public int? CifAdditionalPictureMemory { get; init; }

    /// <summary>In frame.</summary>
    public int? Cif4AdditionalPictureMemory { get; init; }

    /// <summary>In frame.</summary>
    public int? Cif16AdditionalPictureMemory { get; init; }

    /// <summary>In frame.</summary>
    public int? BigCpfAdditionalPictureMemory { get; init; }

    /// <summary>What a later edition added.</summary>
    public ExtensionTail? Extensions { get; init; }

    public static RefPictureSelectionAdditionalPictureMemory Decode(ref PerReader reader)
    {
        var sequence = reader.BeginSequence("RefPictureSelectionAdditionalPictureMemory", optionals: 6);
        return new RefPictureSelectionAdditionalPictureMemory
        {
            SqcifAdditionalPictureMemory = sequence.Optional() ? reader.Integer(1, 256) : null,
            QcifAdditionalPictureMemory = sequence.Optional() ? reader.Integer(1, 256) : null,
            CifAdditionalPictureMemory = sequence.Optional() ? reader.Integer(1, 256) : null,
            Cif4AdditionalPictureMemory = sequence.Optional() ? reader.Integer(1, 256) : null,
            Cif16AdditionalPictureMemory = sequence.Optional() ? reader.Integer(1, 256) : null,
            BigCpfAdditionalPictureMemory = sequence.Optional() ? reader.Integer(1, 256) : null,
            Extensions = sequence.End(ref reader),
        };
    }

    public void Encode(ref PerWriter writer)
    {
        var sequence = writer.BeginSequence(optionals: 6, tail: Extensions);
        if (sequence.Optional(ref writer, SqcifAdditionalPictureMemory))
            writer.Integer(SqcifAdditionalPictureMemory.Value, 1, 256);
        if (sequence.Optional(ref writer, QcifAdditionalPictureMemory))
            writer.Integer(QcifAdditionalPictureMemory.Value, 1, 256);
        if (sequence.Optional(ref writer, CifAdditionalPictureMemory))
            writer.Integer(CifAdditionalPictureMemory.Value, 1, 256);
        if (sequence.Optional(ref writer, Cif4AdditionalPictureMemory))
            writer.Integer(Cif4AdditionalPictureMemory.Value, 1, 256);
        if (sequence.Optional(ref writer, Cif16AdditionalPictureMemory))
            writer.Integer(Cif16AdditionalPictureMemory.Value, 1, 256);
        if (sequence.Optional(ref writer, BigCpfAdditionalPictureMemory))
            writer.Integer(BigCpfAdditionalPictureMemory.Value, 1, 256);
        sequence.End(ref writer);
    }
}

/// <summary>CHOICE of NULLs, extensible (H.245 (05/2011) Annex A, RefPictureSelection).</summary>
public enum RefPictureSelectionVideoBackChannelSend
{
    None,
    AckMessageOnly,
    NackMessageOnly,
    AckOrNackMessageOnly,
    AckAndNackMessage,
}

/// <summary>SEQUENCE, extensible (H.245 (05/2011) Annex A, RefPictureSelection).</summary>
public sealed record RefPictureSelectionEnhancedReferencePicSelect : IPerType<RefPictureSelectionEnhancedReferencePicSelect>
{
    public RefPictureSelectionEnhancedReferencePicSelectSubPictureRemovalParameters? SubPictureRemovalParameters { get; init; }

    /// <summary>What a later edition added.</summary>
    public ExtensionTail? Extensions { get; init; }

    public static RefPictureSelectionEnhancedReferencePicSelect Decode(ref PerReader reader)
    {
        var sequence = reader.BeginSequence("RefPictureSelectionEnhancedReferencePicSelect", optionals: 1);
        return new RefPictureSelectionEnhancedReferencePicSelect
        {
            SubPictureRemovalParameters = sequence.Optional() ? RefPictureSelectionEnhancedReferencePicSelectSubPictureRemovalParameters.Decode(ref reader) : null,
            Extensions = sequence.End(ref reader),
        };
    }

    public void Encode(ref PerWriter writer)
    {
        var sequence = writer.BeginSequence(optionals: 1, tail: Extensions);
        if (sequence.Optional(ref writer, SubPictureRemovalParameters))
            SubPictureRemovalParameters.Encode(ref writer);
        sequence.End(ref writer);
    }
}

/// <summary>SEQUENCE, extensible (H.245 (05/2011) Annex A, RefPictureSelection).</summary>
public sealed record RefPictureSelectionEnhancedReferencePicSelectSubPictureRemovalParameters : IPerType<RefPictureSelectionEnhancedReferencePicSelectSubPictureRemovalParameters>
{
    public required int MpuHorizMBs { get; init; }

    public required int MpuVertMBs { get; init; }

    public required int MpuTotalNumber { get; init; }

    /// <summary>What a later edition added.</summary>
    public ExtensionTail? Extensions { get; init; }

    public static RefPictureSelectionEnhancedReferencePicSelectSubPictureRemovalParameters Decode(ref PerReader reader)
    {
        var sequence = reader.BeginSequence("RefPictureSelectionEnhancedReferencePicSelectSubPictureRemovalParameters");
        return new RefPictureSelectionEnhancedReferencePicSelectSubPictureRemovalParameters
        {
            MpuHorizMBs = reader.Integer(1, 128),
            MpuVertMBs = reader.Integer(1, 72),
            MpuTotalNumber = reader.Integer(1, 65536),
            Extensions = sequence.End(ref reader),
        };
    }

    public void Encode(ref PerWriter writer)
    {
        var sequence = writer.BeginSequence(tail: Extensions);
        writer.Integer(MpuHorizMBs, 1, 128);
        writer.Integer(MpuVertMBs, 1, 72);
        writer.Integer(MpuTotalNumber, 1, 65536);
        sequence.End(ref writer);
    }
}
