using System.Diagnostics.Tracing;

namespace Vero.Typed.Tests;

/// <summary>Counts the buffers that the current thread rents from the shared pools.</summary>
internal sealed class RentedBuffers : EventListener
{
    private const int BufferRented = 1;

    private readonly int _thread = Environment.CurrentManagedThreadId;

    public int Count { get; private set; }

    protected override void OnEventSourceCreated(EventSource eventSource)
    {
        if (eventSource.Name == "System.Buffers.ArrayPoolEventSource")
            EnableEvents(eventSource, EventLevel.Verbose);
    }

    protected override void OnEventWritten(EventWrittenEventArgs eventData)
    {
        if (eventData.EventId == BufferRented && Environment.CurrentManagedThreadId == _thread)
            Count++;
    }
}
