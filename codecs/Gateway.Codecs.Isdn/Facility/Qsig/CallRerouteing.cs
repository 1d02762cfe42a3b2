using System.Formats.Asn1;
using Gateway.Codecs.Asn1.Ber;
using Gateway.Codecs.Isdn.Facility.Types;

namespace Gateway.Codecs.Isdn.Facility.Qsig;

/// <summary>Why a call was diverted (ECMA-174 3rd edition, annex A).</summary>
public enum DiversionReason
{
    Unknown,
    Unconditional,
    Busy,
    NoReply,
}

/// <summary>What the calling user may be told about a diversion (ECMA-174 3rd edition, annex A).</summary>
public enum SubscriptionOption
{
    NoNotification,
    NotificationWithoutDivertedToNumber,
    NotificationWithDivertedToNumber,
}

/// <summary>
/// callRerouteing, local 19 (ECMA-174 3rd edition, annex A): asks a PINX nearer to the calling user to set the call up to another
/// number. Answer: empty. Tags [0] and [2] are implicit, in ETSI's counterpart all are explicit.
/// <code>
/// 30 {0A rerouteingReason, 80 originalRerouteingReason opt, Address calledAddress, 02 diversionCounter, 40 pss1InfoElement,
///     A1 {PresentedNumberUnscreened} lastRerouteingNr, 82 subscriptionOption, A3 {PartySubaddress} callingPartySubaddress opt,
///     A4 {PresentedNumberScreened} callingNumber, A5 {Name} callingName opt, A6 {PresentedNumberUnscreened} originalCalledNr opt,
///     A7 {Name} redirectingName opt, A8 {Name} originalCalledName opt, A9|AA extension}
/// </code>
/// </summary>
public sealed record CallRerouteing(
    DiversionReason Reason,
    DiversionReason? OriginalReason,
    Address CalledAddress,
    int DiversionCounter,
    byte[] InformationElements,
    PresentedNumberUnscreened LastRerouteingNumber,
    SubscriptionOption SubscriptionOption,
    PartySubaddress? CallingPartySubaddress,
    PresentedNumberScreened CallingNumber,
    Name? CallingName = null,
    PresentedNumberUnscreened? OriginalCalledNumber = null,
    Name? RedirectingName = null,
    Name? OriginalCalledName = null,
    byte[]? Extension = null) : Operation
{
    internal const int Value = 19;
    private const int OriginalReasonTag = 0;
    private const int LastRerouteingNumberTag = 1;
    private const int SubscriptionOptionTag = 2;
    private const int CallingPartySubaddressTag = 3;
    private const int CallingNumberTag = 4;
    private const int CallingNameTag = 5;
    private const int OriginalCalledNumberTag = 6;
    private const int RedirectingNameTag = 7;
    private const int OriginalCalledNameTag = 8;
    private const int ExtensionTag = 9;

    public override Code Code => Code.Local(Value);

    internal static CallRerouteing Decode(ref BerReader reader)
    {
        BerReader.Scope scope = reader.Enter(Asn1Tag.Sequence, "callRerouteing");
        var reason = (DiversionReason)reader.ReadEnumerated("rerouteingReason");
        DiversionReason? originalReason = reader.NextIs(BerTag.Context(OriginalReasonTag))
            ? (DiversionReason)reader.ReadInteger(BerTag.Context(OriginalReasonTag), "originalRerouteingReason")
            : null;
        Address calledAddress = Address.Decode(ref reader, "calledAddress");
        int diversionCounter = reader.ReadInteger("diversionCounter");
        byte[] informationElements = Pss1InformationElement.Decode(ref reader);

        BerReader.Scope lastRerouteing = reader.Enter(BerTag.Context(LastRerouteingNumberTag), "lastRerouteingNr");
        PresentedNumberUnscreened lastRerouteingNumber = PresentedNumberUnscreened.Decode(ref reader, "presentedNumber");
        reader.Leave(lastRerouteing);

        var subscriptionOption =
            (SubscriptionOption)reader.ReadInteger(BerTag.Context(SubscriptionOptionTag), "subscriptionOption");

        PartySubaddress? callingPartySubaddress = null;
        if (reader.NextIs(BerTag.Context(CallingPartySubaddressTag)))
        {
            BerReader.Scope subaddress = reader.Enter(BerTag.Context(CallingPartySubaddressTag), "callingPartySubaddress");
            callingPartySubaddress = PartySubaddress.Decode(ref reader, "partySubaddress");
            reader.Leave(subaddress);
        }

        BerReader.Scope calling = reader.Enter(BerTag.Context(CallingNumberTag), "callingNumber");
        PresentedNumberScreened callingNumber = PresentedNumberScreened.Decode(ref reader, "presentedNumber");
        reader.Leave(calling);

        var operation = new CallRerouteing(
            reason,
            originalReason,
            calledAddress,
            diversionCounter,
            informationElements,
            lastRerouteingNumber,
            subscriptionOption,
            callingPartySubaddress,
            callingNumber,
            Name.DecodeTagged(ref reader, CallingNameTag, "callingName"),
            PresentedNumberUnscreened.DecodeTagged(ref reader, OriginalCalledNumberTag, "originalCalledNr"),
            Name.DecodeTagged(ref reader, RedirectingNameTag, "redirectingName"),
            Name.DecodeTagged(ref reader, OriginalCalledNameTag, "originalCalledName"),
            ManufacturerExtension.Decode(ref reader, ExtensionTag));
        reader.Leave(scope);
        return operation;
    }

    internal override void EncodeArgument(ref BerWriter writer)
    {
        int mark = writer.Enter(Asn1Tag.Sequence);
        writer.WriteEnumerated((int)Reason);
        if (OriginalReason is { } originalReason)
        {
            writer.WriteInteger(BerTag.Context(OriginalReasonTag), (int)originalReason);
        }

        CalledAddress.Encode(ref writer);
        writer.WriteInteger(DiversionCounter);
        Pss1InformationElement.Encode(ref writer, InformationElements);
        LastRerouteingNumber.EncodeTagged(ref writer, LastRerouteingNumberTag);
        writer.WriteInteger(BerTag.Context(SubscriptionOptionTag), (int)SubscriptionOption);
        if (CallingPartySubaddress is not null)
        {
            int subaddress = writer.Enter(BerTag.Context(CallingPartySubaddressTag));
            CallingPartySubaddress.Encode(ref writer);
            writer.Leave(subaddress);
        }

        int calling = writer.Enter(BerTag.Context(CallingNumberTag));
        CallingNumber.Encode(ref writer);
        writer.Leave(calling);
        CallingName?.EncodeTagged(ref writer, CallingNameTag);
        OriginalCalledNumber?.EncodeTagged(ref writer, OriginalCalledNumberTag);
        RedirectingName?.EncodeTagged(ref writer, RedirectingNameTag);
        OriginalCalledName?.EncodeTagged(ref writer, OriginalCalledNameTag);
        writer.WriteEncoded(Extension);
        writer.Leave(mark);
    }
}
