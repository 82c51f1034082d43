namespace Vero.Typed.Analyzers.Tests.Generator;

/// <summary>The smallest source with one customer of the given members.</summary>
internal static class CustomerSource
{
    internal const string Usings = """
        using System;
        using System.Collections.Generic;
        using System.Globalization;
        using System.Net.Mail;
        using System.Runtime.Serialization;
        using System.Text.Json.Serialization;
        using Vero.Typed;

        """;

    /// <summary>A class Customer whose <c>Case.Make()</c> makes one with id 1 and the members' initial values.</summary>
    internal static string WithMembers(string members, string declarations = "") => Of($"[VeroId] public int Id = 1; {members}", declarations);

    /// <summary>The same without an id.</summary>
    internal static string Of(string members, string declarations = "") => $$"""
        {{Usings}}{{declarations}}
        public class Customer { {{members}} }
        public static class Case { public static IdentifyRequest Make() => new Customer().ToIdentifyRequest(); }
        """;
}
