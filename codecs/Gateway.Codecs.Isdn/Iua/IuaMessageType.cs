namespace Gateway.Codecs.Isdn.Iua;

/// <summary>Message class and message type, RFC 4233 clause 3.1.2: the class in the upper octet.</summary>
public enum IuaMessageType : ushort
{
    // Management, class 0.
    Error = 0x0000,
    Notify = 0x0001,
    TeiStatusRequest = 0x0002,
    TeiStatusConfirm = 0x0003,
    TeiStatusIndication = 0x0004,
    TeiQueryRequest = 0x0005,

    // ASP state maintenance, class 3.
    AspUp = 0x0301,
    AspDown = 0x0302,
    Heartbeat = 0x0303,
    AspUpAck = 0x0304,
    AspDownAck = 0x0305,
    HeartbeatAck = 0x0306,

    // ASP traffic maintenance, class 4.
    AspActive = 0x0401,
    AspInactive = 0x0402,
    AspActiveAck = 0x0403,
    AspInactiveAck = 0x0404,

    // Q.921/Q.931 boundary primitives transport, class 5.
    DataRequest = 0x0501,
    DataIndication = 0x0502,
    UnitDataRequest = 0x0503,
    UnitDataIndication = 0x0504,
    EstablishRequest = 0x0505,
    EstablishConfirm = 0x0506,
    EstablishIndication = 0x0507,
    ReleaseRequest = 0x0508,
    ReleaseConfirm = 0x0509,
    ReleaseIndication = 0x050A,
}
