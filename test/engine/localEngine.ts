/** The engine itself, without a worker around it: what the pane shows in tests is what it would show in Excel. */
import { EngineCore } from '../../src/engine/engineCore';
import { trialFile } from '../../src/engine/trialFile';
import type { Engine } from '../../src/engine/protocol';

export function localEngine(): Engine {
  const core = new EngineCore();
  return {
    inspect: async (request) => core.inspect(request),
    study: async (request) => core.study(request),
    prove: async (request) => core.prove(request),
    areOfAgent: async (files, layout) => core.areOfAgent(files, layout),
    run: async (request, onProgress) => core.run(request, onProgress),
    surveyDeletion: async (request) => core.surveyDeletion(request),
    previewDeletion: async (what) => core.previewDeletion(what),
    slips: async (query) => core.slips(query),
    slip: async (slip) => core.slip(slip),
    restore: async (request) => core.restore(request),
    find: async (typed) => core.find(typed),
    record: async (file, record) => core.record(file, record),
    reminders: async () => core.reminders(),
    workbook: async () => core.workbook(),
    rows: async (sheet, from, count) => core.rows(sheet, from, count),
    stand: () => core.stand(),
    discard: () => core.discard(),
    exportable: async () => core.exportable(),
    export: async (request, onProgress, signal) => core.export(request, onProgress, signal),
    trialFile,
    stop: () => undefined,
  };
}
