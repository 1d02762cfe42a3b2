using Gateway.Codecs.Asn1.AlignedPer;

namespace Gateway.Codecs.H323.H245.Multiplexes;

/// <summary>CHOICE, extensible (H.245 (05/2011) Annex A).</summary>
public abstract record MultilinkResponse : IPerType<MultilinkResponse>
{
    private MultilinkResponse() { }

    public sealed record NonStandard(NonStandardMessage Value) : MultilinkResponse;

    public sealed record CallInformation : MultilinkResponse
    {
        public required DialingInformation DialingInformation { get; init; }

        public required uint CallAssociationNumber { get; init; }

        /// <summary>What a later edition added.</summary>
        public ExtensionTail? Extensions { get; init; }

        internal static CallInformation DecodeContents(ref PerReader reader)
        {
            var sequence = reader.BeginSequence("MultilinkResponse.callInformation");
            return new CallInformation
            {
                DialingInformation = DialingInformation.Decode(ref reader),
                CallAssociationNumber = reader.Integer(0u, 4294967295u),
                Extensions = sequence.End(ref reader),
            };
        }

        internal void EncodeContents(ref PerWriter writer)
        {
            var sequence = writer.BeginSequence(tail: Extensions);
            DialingInformation.Encode(ref writer);
            writer.Integer(CallAssociationNumber, 0, 4294967295);
            sequence.End(ref writer);
        }
    }

    public sealed record AddConnection : MultilinkResponse
    {
        public required int SequenceNumber { get; init; }

        public required MultilinkResponseAddConnectionResponseCode ResponseCode { get; init; }

        /// <summary>What a later edition added.</summary>
        public ExtensionTail? Extensions { get; init; }

        internal static AddConnection DecodeContents(ref PerReader reader)
        {
            var sequence = reader.BeginSequence("MultilinkResponse.addConnection");
            return new AddConnection
            {
                SequenceNumber = reader.Integer(0, 255),
                ResponseCode = MultilinkResponseAddConnectionResponseCode.Decode(ref reader),
                Extensions = sequence.End(ref reader),
            };
        }

        internal void EncodeContents(ref PerWriter writer)
        {
            var sequence = writer.BeginSequence(tail: Extensions);
            writer.Integer(SequenceNumber, 0, 255);
            ResponseCode.Encode(ref writer);
            sequence.End(ref writer);
        }
    }

    public sealed record RemoveConnection : MultilinkResponse
    {
        public required ConnectionIdentifier ConnectionIdentifier { get; init; }

        /// <summary>What a later edition added.</summary>
        public ExtensionTail? Extensions { get; init; }

        internal static RemoveConnection DecodeContents(ref PerReader reader)
        {
            var sequence = reader.BeginSequence("MultilinkResponse.removeConnection");
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

    public sealed record MaximumHeaderInterval : MultilinkResponse
    {
        public required int CurrentInterval { get; init; }

        /// <summary>What a later edition added.</summary>
        public ExtensionTail? Extensions { get; init; }

        internal static MaximumHeaderInterval DecodeContents(ref PerReader reader)
        {
            var sequence = reader.BeginSequence("MultilinkResponse.maximumHeaderInterval");
            return new MaximumHeaderInterval
            {
                CurrentInterval = reader.Integer(0, 65535),
                Extensions = sequence.End(ref reader),
            };
        }

        internal void EncodeContents(ref PerWriter writer)
        {
            var sequence = writer.BeginSequence(tail: Extensions);
            writer.Integer(CurrentInterval, 0, 65535);
            sequence.End(ref writer);
        }
    }

    /// <summary>An alternative of a later edition, kept as it came.</summary>
    public sealed record Unrecognized(UnknownAlternative Value) : MultilinkResponse;

    public static MultilinkResponse Decode(ref PerReader reader)
    {
        var choice = reader.BeginChoice("MultilinkResponse", root: 5);
        MultilinkResponse value = choice.Index switch
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

/// <summary>CHOICE, extensible (H.245 (05/2011) Annex A, MultilinkResponse).</summary>
public abstract record MultilinkResponseAddConnectionResponseCode : IPerType<MultilinkResponseAddConnectionResponseCode>
{
    private MultilinkResponseAddConnectionResponseCode() { }

    public sealed record Accepted : MultilinkResponseAddConnectionResponseCode;

    public sealed record Rejected(MultilinkResponseAddConnectionResponseCodeRejected Value) : MultilinkResponseAddConnectionResponseCode;

    /// <summary>An alternative of a later edition, kept as it came.</summary>
    public sealed record Unrecognized(UnknownAlternative Value) : MultilinkResponseAddConnectionResponseCode;

    public static MultilinkResponseAddConnectionResponseCode Decode(ref PerReader reader)
    {
        var choice = reader.BeginChoice("MultilinkResponseAddConnectionResponseCode", root: 2);
        MultilinkResponseAddConnectionResponseCode value = choice.Index switch
        {
            0 => new Accepted(),
            1 => new Rejected((MultilinkResponseAddConnectionResponseCodeRejected)NullChoice.Decode(ref reader, "MultilinkResponseAddConnectionResponseCodeRejected", 2)),
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
            case Accepted:
                choice.Select(ref writer, 0);
                break;
            case Rejected alternative:
                choice.Select(ref writer, 1);
                NullChoice.Encode(ref writer, (int)alternative.Value, 2);
                break;
            case Unrecognized unrecognized:
                choice.Unknown(ref writer, unrecognized.Value);
                break;
        }
        choice.End(ref writer);
    }
}

/// <summary>CHOICE of NULLs, extensible (H.245 (05/2011) Annex A, MultilinkResponse).</summary>
public enum MultilinkResponseAddConnectionResponseCodeRejected
{
    ConnectionsNotAvailable,
    UserRejected,
}
