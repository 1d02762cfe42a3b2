using System.Formats.Asn1;
using Gateway.Codecs.Asn1.Ber;
using Gateway.Codecs.Isdn.Facility.Types;

namespace Gateway.Codecs.Isdn.Facility.Etsi;

/// <summary>Why a call is diverted (EN 300 207-1 V1.2.5, clause 7).</summary>
public enum DiversionReason
{
    Unknown,
    Unconditional,
    Busy,
    NoReply,
    DeflectionAlerting,
    DeflectionImmediate,
}

/// <summary>What the calling user may be told about a diversion (EN 300 207-1 V1.2.5, clause 7).</summary>
public enum SubscriptionOption
{
    NoNotification,
    NotificationWithoutDivertedToNumber,
    NotificationWithDivertedToNumber,
}

/// <summary>
/// CallRerouting, local 14 (EN 300 207-1 V1.2.5, clause 7): at T, a private network sends a call that is not answered yet to another
/// number. All tags are explicit. Answer: empty.
/// <code>
/// 30 {0A reroutingReason, Address calledAddress, 02 reroutingCounter, 40 q931InfoElement,
///     A1 {PresentedNumberUnscreened} lastReroutingNr, A2 {0A subscriptionOption} DEFAULT 0, A3 {PartySubaddress} callingPartySubaddress opt}
/// </code>
/// </summary>
public sealed record CallRerouting(
    DiversionReason Reason,
    Address CalledAddress,
    int ReroutingCounter,
    byte[] InformationElements,
    PresentedNumberUnscreened LastReroutingNumber,
    SubscriptionOption SubscriptionOption = SubscriptionOption.NoNotification,
    PartySubaddress? CallingPartySubaddress = null) : Operation
{
    internal const int Value = 14;
    private const int LastReroutingNumberTag = 1;
    private const int SubscriptionOptionTag = 2;
    private const int CallingPartySubaddressTag = 3;

    public override Code Code => Code.Local(Value);

    internal static CallRerouting Decode(ref BerReader reader)
    {
        BerReader.Scope scope = reader.Enter(Asn1Tag.Sequence, "callRerouting");
        var reason = (DiversionReason)reader.ReadEnumerated("reroutingReason");
        Address calledAddress = Address.Decode(ref reader, "calledAddress");
        int counter = reader.ReadInteger("reroutingCounter");
        byte[] informationElements = Pss1InformationElement.Decode(ref reader);

        BerReader.Scope lastRerouting = reader.Enter(BerTag.Context(LastReroutingNumberTag), "lastReroutingNr");
        PresentedNumberUnscreened lastReroutingNumber = PresentedNumberUnscreened.Decode(ref reader, "presentedNumber");
        reader.Leave(lastRerouting);

        var option = SubscriptionOption.NoNotification;
        if (reader.NextIs(BerTag.Context(SubscriptionOptionTag)))
        {
            BerReader.Scope subscription = reader.Enter(BerTag.Context(SubscriptionOptionTag), "subscriptionOption");
            option = (SubscriptionOption)reader.ReadEnumerated("subscriptionOption");
            reader.Leave(subscription);
        }

        PartySubaddress? callingPartySubaddress = null;
        if (reader.NextIs(BerTag.Context(CallingPartySubaddressTag)))
        {
            BerReader.Scope subaddress = reader.Enter(BerTag.Context(CallingPartySubaddressTag), "callingPartySubaddress");
            callingPartySubaddress = PartySubaddress.Decode(ref reader, "partySubaddress");
            reader.Leave(subaddress);
        }

        reader.Leave(scope);
        return new CallRerouting(
            reason, calledAddress, counter, informationElements, lastReroutingNumber, option, callingPartySubaddress);
    }

    internal override void EncodeArgument(ref BerWriter writer)
    {
        int mark = writer.Enter(Asn1Tag.Sequence);
        writer.WriteEnumerated((int)Reason);
        CalledAddress.Encode(ref writer);
        writer.WriteInteger(ReroutingCounter);
        Pss1InformationElement.Encode(ref writer, InformationElements);
        LastReroutingNumber.EncodeTagged(ref writer, LastReroutingNumberTag);
        if (SubscriptionOption != SubscriptionOption.NoNotification)
        {
            int subscription = writer.Enter(BerTag.Context(SubscriptionOptionTag));
            writer.WriteEnumerated((int)SubscriptionOption);
            writer.Leave(subscription);
        }

        if (CallingPartySubaddress is not null)
        {
            int subaddress = writer.Enter(BerTag.Context(CallingPartySubaddressTag));
            CallingPartySubaddress.Encode(ref writer);
            writer.Leave(subaddress);
        }

        writer.Leave(mark);
    }
}
