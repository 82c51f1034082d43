using Vero.Typed;

namespace NativeAot;

/// <summary>Not partial, so ToIdentifyRequest() is an extension method; and written as other tools of this project expect it.</summary>
[VeroSerialization(Naming = Naming.CamelCase, FreeformValues = FreeformValues.Strings)]
internal sealed record Subscriber([VeroId] long Id, [VeroEmail] string Email, [VeroTrait] DateOnly SubscribedOn, [VeroTrait] int IssuesRead);
