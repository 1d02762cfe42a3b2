using System.Formats.Asn1;
using Gateway.Codecs.Asn1.Ber;
using Gateway.Codecs.Isdn.Facility.Types;

namespace Gateway.Codecs.Isdn.Facility.Qsig;

/// <summary>Which end of the new call the receiver is (ECMA-178 3rd edition, annex A).</summary>
public enum EndDesignation
{
    PrimaryEnd,
    SecondaryEnd,
}

/// <summary>Whether the other end has answered (ECMA-178 3rd edition, annex A); the opposite of ETSI's numbers.</summary>
public enum CallStatus
{
    Answered,
    Alerting,
}

/// <summary>
/// callTransferComplete, local 12 (ECMA-178 3rd edition, annex A): tells an end whom it is connected to now. No answer.
/// <code>
/// 30 {0A endDesignation, PresentedNumberScreened redirectionNumber, 40 basicCallInfoElements opt, Name redirectionName opt,
///     0A callStatus DEFAULT answered, A9|AA extension}
/// </code>
/// </summary>
/// <param name="End">Which end the receiver has become.</param>
/// <param name="RedirectionNumber">The other end's number.</param>
/// <param name="InformationElements">Whole Q.931 elements, such as the other end's subaddress.</param>
/// <param name="RedirectionName">The other end's name.</param>
/// <param name="Status">When alerting, callTransferActive follows on answer.</param>
/// <param name="Extension">Manufacturer specific.</param>
public sealed record CallTransferComplete(
    EndDesignation End,
    PresentedNumberScreened RedirectionNumber,
    byte[]? InformationElements = null,
    Name? RedirectionName = null,
    CallStatus Status = CallStatus.Answered,
    byte[]? Extension = null) : Operation
{
    internal const int Value = 12;
    private const int ExtensionTag = 9;

    public override Code Code => Code.Local(Value);

    internal static CallTransferComplete Decode(ref BerReader reader)
    {
        BerReader.Scope scope = reader.Enter(Asn1Tag.Sequence, "callTransferComplete");
        var operation = new CallTransferComplete(
            (EndDesignation)reader.ReadEnumerated("endDesignation"),
            PresentedNumberScreened.Decode(ref reader, "redirectionNumber"),
            Pss1InformationElement.IsNext(ref reader) ? Pss1InformationElement.Decode(ref reader) : null,
            Name.IsNext(ref reader) ? Name.Decode(ref reader, "redirectionName") : null,
            reader.NextIs(Asn1Tag.Enumerated) ? (CallStatus)reader.ReadEnumerated("callStatus") : CallStatus.Answered,
            ManufacturerExtension.Decode(ref reader, ExtensionTag));
        reader.Leave(scope);
        return operation;
    }

    internal override void EncodeArgument(ref BerWriter writer)
    {
        int mark = writer.Enter(Asn1Tag.Sequence);
        writer.WriteEnumerated((int)End);
        RedirectionNumber.Encode(ref writer);
        if (InformationElements is not null)
        {
            Pss1InformationElement.Encode(ref writer, InformationElements);
        }

        RedirectionName?.Encode(ref writer);
        if (Status != CallStatus.Answered)
        {
            writer.WriteEnumerated((int)Status);
        }

        writer.WriteEncoded(Extension);
        writer.Leave(mark);
    }
}
