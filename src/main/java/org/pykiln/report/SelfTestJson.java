package org.pykiln.report;

import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.pykiln.stats.CandidateComparison;
import org.pykiln.stats.SelfTest;

/// A self-test as JSON, for scripts.
public final class SelfTestJson {
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private SelfTestJson() {}

    public static String of(SelfTest test) {
        ObjectNode json = JSON.createObjectNode();
        var sessions = json.putArray("sessions");
        for (CandidateComparison session : test.sessions()) {
            ObjectNode one = sessions.addObject().put("ratio", session.geomean().ratio());
            var interval = session.geomean().interval();
            if (interval != null) {
                one.put("low", interval.low()).put("high", interval.high());
            }
            SelfTest.claims(session).forEach(one.putArray("claims")::add);
        }
        json.put("claiming", test.claiming());
        json.put("intervals", test.intervals()).put("holding", test.holding());
        json.put("headlines_holding", test.headlinesHolding());
        json.put("chance", test.chance()).put("keeps_the_promise", test.keepsThePromise());
        return json.toPrettyString() + "\n";
    }
}
