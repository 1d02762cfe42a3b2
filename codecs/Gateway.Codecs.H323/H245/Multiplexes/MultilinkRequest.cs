using Gateway.Codecs.Asn1.AlignedPer;

namespace Gateway.Codecs.H323.H245.Multiplexes;

/// <summary>CHOICE, extensible (H.245 (05/2011) Annex A).</summary>
public abstract record MultilinkRequest : IPerType<MultilinkRequest>
{
    private MultilinkRequest() { }

    public sealed record NonStandard(NonStandardMessage Value) : MultilinkRequest;

    public sealed record CallInformation : MultilinkRequest
    {
        public required int MaxNumberOfAdditionalConnections { get; init; }

        /// <summary>What a later edition added.</summary>
        public ExtensionTail? Extensions { get; init; }

        internal static CallInformation DecodeContents(ref PerReader reader)
        {
            var sequence = reader.BeginSequence("MultilinkRequest.callInformation");
            return new CallInformation
            {
                MaxNumberOfAdditionalConnections = reader.Integer(1, 65535),
                Extensions = sequence.End(ref reader),
            };
        }

        internal void EncodeContents(ref PerWriter writer)
        {
            var sequence = writer.BeginSequence(tail: Extensions);
            writer.Integer(MaxNumberOfAdditionalConnections, 1, 65535);
            sequence.End(ref writer);
        }
    }

    public sealed record AddConnection : MultilinkRequest
    {
        public required int SequenceNumber { get; init; }

        public required DialingInformation DialingInformation { get; init; }

        /// <summary>What a later edition added.</summary>
        public ExtensionTail? Extensions { get; init; }

        internal static AddConnection DecodeContents(ref PerReader reader)
        {
            var sequence = reader.BeginSequence("MultilinkRequest.addConnection");
            return new AddConnection
            {
                SequenceNumber = reader.Integer(0, 255),
                DialingInformation = DialingInformation.Decode(ref reader),
                Extensions = sequence.End(ref reader),
            };
        }

        internal void EncodeContents(ref PerWriter writer)
        {
            var sequence = writer.BeginSequence(tail: Extensions);
            writer.Integer(SequenceNumber, 0, 255);
            DialingInformation.Encode(ref writer);
            sequence.End(ref writer);
        }
    }

    public sealed record RemoveConnection : MultilinkRequest
    {
        public required ConnectionIdentifier ConnectionIdentifier { get; init; }

        /// <summary>What a later edition added.</summary>
        public ExtensionTail? Extensions { get; init; }

        internal static RemoveConnection DecodeContents(ref PerReader reader)
        {
            var sequence = reader.BeginSequence("MultilinkRequest.removeConnection");
            return new RemoveConnection
            {
                ConnectionIdentifier = ConnectionIdentifier.Decode(ref reader),
                Extensions = sequence.End(ref reader),
            };
        }

        internal void EncodeContents(ref PerWriter writer)
        {
            var sequence = writer.BeginSequence(tail: Extensions);
            ConnectionIdentifier.Encode(ref writer);
            sequence.End(ref writer);
        }
    }

    public sealed record MaximumHeaderInterval : MultilinkRequest
    {
        public required MultilinkRequestMaximumHeaderIntervalRequestType RequestType { get; init; }

        /// <summary>What a later edition added.</summary>
        public ExtensionTail? Extensions { get; init; }

        internal static MaximumHeaderInterval DecodeContents(ref PerReader reader)
        {
            var sequence = reader.BeginSequence("MultilinkRequest.maximumHeaderInterval");
            return new MaximumHeaderInterval
            {
                RequestType = MultilinkRequestMaximumHeaderIntervalRequestType.Decode(ref reader),
                Extensions = sequence.End(ref reader),
            };
        }

        internal void EncodeContents(ref PerWriter writer)
        {
            var sequence = writer.BeginSequence(tail: Extensions);
            RequestType.Encode(ref writer);
            sequence.End(ref writer);
        }
    }

    /// <summary>An alternative of a later edition, kept as it came.</summary>
    public sealed record Unrecognized(UnknownAlternative Value) : MultilinkRequest;

    public static MultilinkRequest Decode(ref PerReader reader)
    {
        var choice = reader.BeginChoice("MultilinkRequest", root: 5);
        MultilinkRequest value = choice.Index switch
        {
            0 => new NonStandard(NonStandardMessage.Decode(ref reader)),
            1 => CallInformation.DecodeContents(ref reader),
            2 => AddConnection.DecodeContents(ref reader),
            3 => RemoveConnection.DecodeContents(ref reader),
            4 => MaximumHeaderInterval.DecodeContents(ref reader),
            _ => new Unrecognized(choice.Unknown(ref reader)),
        };
        choice.End(ref reader);
        return value;
    }

    public void Encode(ref PerWriter writer)
    {
        var choice = writer.BeginChoice(root: 5);
        switch (this)
        {
            case NonStandard alternative:
                choice.Select(ref writer, 0);
                alternative.Value.Encode(ref writer);
                break;
            case CallInformation alternative:
                choice.Select(ref writer, 1);
                alternative.EncodeContents(ref writer);
                break;
            case AddConnection alternative:
                choice.Select(ref writer, 2);
                alternative.EncodeContents(ref writer);
                break;
            case RemoveConnection alternative:
                choice.Select(ref writer, 3);
                alternative.EncodeContents(ref writer);
                break;
            case MaximumHeaderInterval alternative:
                choice.Select(ref writer, 4);
                alternative.EncodeContents(ref writer);
                break;
            case Unrecognized unrecognized:
                choice.Unknown(ref writer, unrecognized.Value);
                break;
        }
        choice.End(ref writer);
    }
}

/// <summary>CHOICE, extensible (H.245 (05/2011) Annex A, MultilinkRequest).</summary>
public abstract record MultilinkRequestMaximumHeaderIntervalRequestType : IPerType<MultilinkRequestMaximumHeaderIntervalRequestType>
{
    private MultilinkRequestMaximumHeaderIntervalRequestType() { }

    public sealed record CurrentIntervalInformation : MultilinkRequestMaximumHeaderIntervalRequestType;

    public sealed record RequestedInterval(int Value) : MultilinkRequestMaximumHeaderIntervalRequestType;

    /// <summary>An alternative of a later edition, kept as it came.</summary>
    public sealed record Unrecognized(UnknownAlternative Value) : MultilinkRequestMaximumHeaderIntervalRequestType;

    public static MultilinkRequestMaximumHeaderIntervalRequestType Decode(ref PerReader reader)
    {
        var choice = reader.BeginChoice("MultilinkRequestMaximumHeaderIntervalRequestType", root: 2);
        MultilinkRequestMaximumHeaderIntervalRequestType value = choice.Index switch
        {
            0 => new CurrentIntervalInformation(),
            1 => new RequestedInterval(reader.Integer(0, 65535)),
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
            case CurrentIntervalInformation:
                choice.Select(ref writer, 0);
                break;
            case RequestedInterval alternative:
                choice.Select(ref writer, 1);
                writer.Integer(alternative.Value, 0, 65535);
                break;
            case Unrecognized unrecognized:
                choice.Unknown(ref writer, unrecognized.Value);
                break;
        }
        choice.End(ref writer);
    }
}
