namespace Vero.Typed.Client.Tests.Background;

/// <summary>How an attempt of a soak ends.</summary>
internal enum PlannedFault
{
    None,
    OutOfOrder,
    Reset,
    HalfBody,
    TooMany,
    BadRequest,
    LoginPage,
    Silence,
}
