using System.Net;
using System.Text;
using Gateway.Codecs.H323.H225;
using Gateway.Codecs.H323.H450;

namespace Gateway.H323;

/// <summary>What the stack says of itself, and how it treats its peers.</summary>
public sealed record H323Settings
{
    public H323Timers Timers { get; init; } = new();

    /// <summary>sourceInfo and destinationInfo: a gateway by default.</summary>
    public EndpointType Endpoint { get; init; } = new()
    {
        Vendor = new VendorIdentifier
        {
            Vendor = new H221NonStandard { T35CountryCode = 181, T35Extension = 0, ManufacturerCode = 0 },
            ProductId = Encoding.ASCII.GetBytes("gateway"),
        },
        Gateway = new GatewayInfo(),
        Mc = false,
        UndefinedNode = false,
    };

    /// <summary>terminalType of master-slave determination (H.323 (12/2009) table 1): 60 a gateway without MC, 50 a terminal without MC.</summary>
    public int TerminalType { get; init; } = 60;

    /// <summary>How an empty callIdentity is sent to the peer there (null: unknown); they differ (H.450.2 (02/1998) clause 9, X.691 (07/2002) 10.9.3.3).</summary>
    public Func<IPEndPoint?, EmptyIdentityForm> EmptyIdentity { get; init; } = _ => EmptyIdentityForm.Unpadded;

    /// <summary>Offer Fast Connect in SETUP, and take what is offered so (H.323 (12/2009) 8.1.7).</summary>
    public bool FastConnect { get; init; } = true;

    /// <summary>Carry H.245 in call signalling messages (H.323 (12/2009) 8.2.1). Without it and without Fast Connect a call has no media.</summary>
    public bool Tunnelling { get; init; } = true;
}
