using Gateway.Codecs.Asn1.AlignedPer;

namespace Gateway.Codecs.H323.H245.Multiplexes;

/// <summary>SEQUENCE, extensible (H.245 (05/2011) Annex A).</summary>
public sealed record V76LogicalChannelParameters : IPerType<V76LogicalChannelParameters>
{
    public required V76HDLCParameters HdlcParameters { get; init; }

    public required V76LogicalChannelParametersSuspendResume SuspendResume { get; init; }

    public required bool UIH { get; init; }

    public required V76LogicalChannelParametersMode Mode { get; init; }

    public required V75Parameters V75Parameters { get; init; }

    /// <summary>What a later edition added.</summary>
    public ExtensionTail? Extensions { get; init; }

    public static V76LogicalChannelParameters Decode(ref PerReader reader)
    {
        var sequence = reader.BeginSequence("V76LogicalChannelParameters");
        return new V76LogicalChannelParameters
        {
            HdlcParameters = V76HDLCParameters.Decode(ref reader),
            SuspendResume = (V76LogicalChannelParametersSuspendResume)NullChoice.Decode(ref reader, "V76LogicalChannelParametersSuspendResume", 3),
            UIH = reader.Boolean(),
            Mode = V76LogicalChannelParametersMode.Decode(ref reader),
            V75Parameters = V75Parameters.Decode(ref reader),
            Extensions = sequence.End(ref reader),
        };
    }

    public void Encode(ref PerWriter writer)
    {
        var sequence = writer.BeginSequence(tail: Extensions);
        HdlcParameters.Encode(ref writer);
        NullChoice.Encode(ref writer, (int)SuspendResume, 3);
        writer.Boolean(UIH);
        Mode.Encode(ref writer);
        V75Parameters.Encode(ref writer);
        sequence.End(ref writer);
    }
}

/// <summary>CHOICE of NULLs, extensible (H.245 (05/2011) Annex A, V76LogicalChannelParameters).</summary>
public enum V76LogicalChannelParametersSuspendResume
{
    NoSuspendResume,
    SuspendResumewAddress,
    SuspendResumewoAddress,
}

/// <summary>CHOICE, extensible (H.245 (05/2011) Annex A, V76LogicalChannelParameters).</summary>
public abstract record V76LogicalChannelParametersMode : IPerType<V76LogicalChannelParametersMode>
{
    private V76LogicalChannelParametersMode() { }

    public sealed record ERM : V76LogicalChannelParametersMode
    {
        public required int WindowSize { get; init; }

        public required V76LogicalChannelParametersModeERMRecovery Recovery { get; init; }

        /// <summary>What a later edition added.</summary>
        public ExtensionTail? Extensions { get; init; }

        internal static ERM DecodeContents(ref PerReader reader)
        {
            var sequence = reader.BeginSequence("V76LogicalChannelParametersMode.eRM");
            return new ERM
            {
                WindowSize = reader.Integer(1, 127),
                Recovery = (V76LogicalChannelParametersModeERMRecovery)NullChoice.Decode(ref reader, "V76LogicalChannelParametersModeERMRecovery", 3),
                Extensions = sequence.End(ref reader),
            };
        }

        internal void EncodeContents(ref PerWriter writer)
        {
            var sequence = writer.BeginSequence(tail: Extensions);
            writer.Integer(WindowSize, 1, 127);
            NullChoice.Encode(ref writer, (int)Recovery, 3);
            sequence.End(ref writer);
        }
    }

    public sealed record UNERM : V76LogicalChannelParametersMode;

    /// <summary>An alternative of a later edition, kept as it came.</summary>
    public sealed record Unrecognized(UnknownAlternative Value) : V76LogicalChannelParametersMode;

    public static V76LogicalChannelParametersMode Decode(ref PerReader reader)
    {
        var choice = reader.BeginChoice("V76LogicalChannelParametersMode", root: 2);
        V76LogicalChannelParametersMode value = choice.Index switch
        {
            0 => ERM.DecodeContents(ref reader),
            1 => new UNERM(),
            _ => new Unrecognized(choice.Unknown(ref reader)),
        };
        choice.End(ref reader);
        return value;
    }

    public void Encode(ref PerWriter writer)
    {
        var choice = writer.BeginChoice(root: 2);
        switch (this)
        {
            case ERM alternative:
                choice.Select(ref writer, 0);
                alternative.EncodeContents(ref writer);
                break;
            case UNERM:
                choice.Select(ref writer, 1);
                break;
            case Unrecognized unrecognized:
                choice.Unknown(ref writer, unrecognized.Value);
                break;
        }
        choice.End(ref writer);
    }
}

/// <summary>CHOICE of NULLs, extensible (H.245 (05/2011) Annex A, V76LogicalChannelParameters).</summary>
public enum V76LogicalChannelParametersModeERMRecovery
{
    Rej,
    SREJ,
    MSREJ,
}
