namespace Gateway.Codecs.H323.H225;

/// <summary>
/// Call reference of the call signalling channel, always two octets (H.225.0 (12/2009) 7.2.1.2). Zero is the global call reference.
/// </summary>
/// <param name="Value">0 to 32767, chosen by the side that sends SETUP.</param>
/// <param name="FromDestination">The call reference flag: false from the side that sent SETUP, true from the other.</param>
public readonly record struct CallReference(ushort Value, bool FromDestination);
