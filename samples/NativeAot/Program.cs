using Microsoft.Extensions.Options;
using NativeAot;
using Vero.Typed;

const int Delivered = 0;
const int NotDelivered = 1;
const int CannotStart = 2;

try
{
    switch (args)
    {
        case ["hosted", .. string[] settings]:
            IReadOnlyList<DeliveryResult> undelivered = await HostedPost.RunAsync(settings);
            foreach (DeliveryResult result in undelivered)
                Console.Error.WriteLine(result);
            return undelivered.Count == 0 ? Delivered : NotDelivered;

        case []:
            await DirectPost.RunAsync(address: null);
            return Delivered;

        case [string text] when Uri.TryCreate(text, UriKind.Absolute, out Uri? address):
            await DirectPost.RunAsync(address);
            return Delivered;

        default:
            Console.Error.WriteLine("Usage: NativeAot [ADDRESS]    or    NativeAot hosted [--Vero:BaseAddress=ADDRESS] [--Campaign:Name=NAME]");
            return CannotStart;
    }
}
catch (VeroException e)
{
    Console.Error.WriteLine(e.Message);
    return NotDelivered;
}
catch (Exception e) when (e is ArgumentException or OptionsValidationException)
{
    Console.Error.WriteLine(e.Message);
    return CannotStart;
}
