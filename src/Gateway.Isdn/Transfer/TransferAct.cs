using Gateway.Codecs.Asn1;

namespace Gateway.Isdn.Transfer;

/// <summary>What the transfer services want done by the trunk they belong to, in this order.</summary>
internal abstract record TransferAct
{
    public sealed record Ask(IsdnCallId Call, CallRequest Request) : TransferAct;

    public sealed record Start(IsdnTimer Timer, IsdnCallId Call) : TransferAct;

    public sealed record Stop(IsdnTimer Timer, IsdnCallId Call) : TransferAct;

    public sealed record Indicate(TransferIndication Indication) : TransferAct;

    public sealed record Moved(IsdnCallId Call, string Machine, object From, object Input, object To) : TransferAct;

    public sealed record Observe(IsdnCallId Call, string Line, DecodeFault? Fault = null) : TransferAct;
}
