using System.Text;
using Gateway.Codecs.Sip.Headers;

namespace Gateway.Codecs.Sip.Uris;

/// <summary>
/// <c>global-number / local-number *( SEMI parameter )</c> (RFC 3966 3): the scheme-specific part of a tel URI, or the user part of a SIP URI with
/// user=phone. Its parameters are not URI parameters of the SIP URI.
/// </summary>
/// <param name="Digits">Without "+" and visual separators; may hold "*", "#", "A" to "F" in a local number.</param>
/// <param name="IsGlobal">Written with "+": E.164.</param>
/// <param name="Parameters">phone-context, ext, isub, tgrp and trunk-context (RFC 4904), rn, cic, npdi (RFC 4694)...</param>
public readonly record struct TelephoneSubscriber(string Digits, bool IsGlobal, Parameters Parameters)
{
    public string? PhoneContext => Parameters["phone-context"];

    public string? Extension => Parameters["ext"];

    public string? Subaddress => Parameters["isub"];

    /// <summary>The number in the user part, or null when it is none. Escapes are undone once.</summary>
    public static TelephoneSubscriber? Of(SipUri uri) => uri.Scheme switch
    {
        UriScheme.Tel => Parse(uri.UserOctets, uri.ParameterOctets),
        UriScheme.Sip or UriScheme.Sips => Parse(Escaping.Decode(uri.UserOctets)),
        _ => null,
    };

    static TelephoneSubscriber? Parse(byte[] user)
    {
        int end = user.AsSpan().IndexOf((byte)';');
        return end < 0 ? Parse(user, default) : Parse(user.AsSpan(0, end), user.AsSpan(end));
    }

    static TelephoneSubscriber? Parse(ReadOnlySpan<byte> number, ReadOnlySpan<byte> parameters)
    {
        bool global = number.Length > 0 && number[0] == '+';
        var digits = new StringBuilder(number.Length);
        foreach (byte octet in global ? number[1..] : number)
        {
            switch ((char)octet)
            {
                case '-' or '.' or '(' or ')':
                    break;
                case >= '0' and <= '9':
                    digits.Append((char)octet);
                    break;
                case ('*' or '#' or (>= 'A' and <= 'F') or (>= 'a' and <= 'f')) when !global:
                    digits.Append(char.ToUpperInvariant((char)octet));
                    break;
                default:
                    return null;
            }
        }
        if (digits.Length == 0 || Headers.Parameters.Check(parameters) >= 0) return null;
        return new TelephoneSubscriber(digits.ToString(), global, new Parameters(parameters.ToArray()));
    }
}
