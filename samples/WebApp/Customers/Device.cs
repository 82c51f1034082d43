namespace WebApp.Customers;

/// <summary>A device that takes push messages.</summary>
/// <param name="Platform">Its system, such as <c>android</c>.</param>
/// <param name="Token">What addresses it.</param>
public sealed record Device(string Platform, string Token);
