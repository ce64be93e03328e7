/** What does a request do to the workbook? Paths and actions are carried out by the descriptions of the classes, one after the other; nothing is rolled back. */
import { OfficeError, apiNotFound, invalidArgument, invalidReference, notFound, notModelled } from '../model/errors';
import type { Workbook } from '../model/workbook';
import { Handle, type ClassSpec, type EventSpec, type Scalar } from '../office/spec';
import { workbook as workbookClass } from '../office/workbook';
import { ActionType, PathType, type Action, type ArgumentInfo, type ObjectPath, type Query, type RequestBody, type ResponseBody } from './protocol';
import { IGNORED, memberNamed, memberOf, pascal, wantedTree, withObjects, type AnySpec, type Wanted } from './members';
import type { Moods, Touch } from './moods';
import { inMood } from './moods/behaviours';
import { References } from './references';
import { knows, type RequirementSets } from './requirements';

const specOf = (handle: Handle): AnySpec => handle.spec as AnySpec;

/** Who wants to be told of events. */
export interface Subscriptions {
  subscribe(target: string, event: EventSpec): void;
  unsubscribe(target: string, event: EventSpec): void;
}

/** What does not change the workbook when it is called. */
const READING = /^(?:Get|_|Select$|Activate$|Suspend|Calculate$|Open$|CreateWorkbook$)/;

/** Asked for by Office.js itself, without anything to do here. */
const SERVICES = new Set(['Microsoft.InternalService.AddinInternalService']);

const REGISTRATION = /^_(Register|Unregister)(?:Event)?([A-Z]\w*?)(?:Event)?$/;

export class Interpreter {
  constructor(
    private readonly workbook: Workbook,
    private readonly references: References,
    private readonly subscriptions: Subscriptions,
    private readonly sets: RequirementSets,
    private readonly moods: Moods,
  ) {}

  /** `until`: actions from there on are left undone, as when Excel stops in the middle. */
  execute(body: RequestBody, until = Infinity): ResponseBody {
    const request = new Request(this.workbook, this.references, this.subscriptions, this.sets, inMood(this.moods), body);
    const results: { ActionId: number; Value: unknown }[] = [];
    for (const [index, action] of body.Actions.entries()) {
      if (index >= until) return { Results: results };
      try {
        results.push({ ActionId: action.Id, Value: request.perform(action) });
      } catch (problem) {
        return { Results: results, Error: request.errorOf(problem, action, index) };
      }
    }
    return { Results: results };
  }
}

/** One request: its objects live as long as it does. */
class Request {
  private readonly objects = new Map<number, Handle | null>();

  constructor(
    private readonly workbook: Workbook,
    private readonly references: References,
    private readonly subscriptions: Subscriptions,
    private readonly sets: RequirementSets,
    private readonly mood: ReturnType<typeof inMood>,
    private readonly body: RequestBody,
  ) {}

  perform(action: Action): unknown {
    if (action.ActionType === ActionType.trace) return null;
    const handle = this.object(action.ObjectPathId);
    if (handle === null) return null;
    switch (action.ActionType) {
      case ActionType.instantiate:
        return this.identity(handle);
      case ActionType.query:
      case ActionType.queryAsJson:
        return this.query(handle, action.QueryInfo ?? {});
      case ActionType.set:
        return this.setProperty(handle, action.Name ?? '', this.given(action.ArgumentInfo)[0]);
      case ActionType.method:
        return this.callAction(handle, action);
      case ActionType.update:
        for (const [name, value] of Object.entries(action.ObjectState ?? {})) this.setProperty(handle, pascal(name), value);
        return null;
      default:
        throw notModelled(`the request's action ${action.ActionType}`);
    }
  }

  private object(id: number): Handle | null {
    const known = this.objects.get(id);
    if (known !== undefined) return known;
    const path = this.body.ObjectPaths[String(id)];
    if (path === undefined) throw invalidArgument(`no object path ${id}`);
    const handle = this.reached(path);
    this.objects.set(id, handle);
    return handle;
  }

  private reached(path: ObjectPath): Handle | null {
    const name = path.Name ?? '';
    if (path.ObjectPathType === PathType.global) return workbookClass.of(this.workbook);
    if (path.ObjectPathType === PathType.nothing) return null;
    if (path.ObjectPathType === PathType.reference) return this.held(name);
    if (path.ObjectPathType === PathType.newObject) return this.service(name);
    const parent = this.object(path.ParentObjectPathId ?? 0);
    if (parent === null) return null;
    switch (path.ObjectPathType) {
      case PathType.property:
        return this.navigate(parent, name);
      case PathType.indexer:
        return this.itemOf(parent, this.given(path.ArgumentInfo)[0]);
      case PathType.method:
        return this.objectFrom(parent, name, path);
      default:
        throw notModelled(`the object path ${path.ObjectPathType}`);
    }
  }

  private held(id: string): Handle {
    const handle = this.references.get(id);
    if (handle === undefined) throw invalidReference();
    return handle;
  }

  private service(name: string): Handle {
    if (!SERVICES.has(name)) throw notModelled(`the service ${name}`);
    return SERVICE;
  }

  private navigate(parent: Handle, name: string): Handle | null {
    const spec = specOf(parent);
    const navigation = spec.navigations?.[name];
    if (navigation === undefined) throw notModelled(memberOf(spec, name));
    this.checkKnown(spec, name, navigation.since);
    return navigation.get(parent.target);
  }

  private itemOf(parent: Handle, key: unknown): Handle {
    const spec = specOf(parent);
    if (spec.at === undefined) throw notModelled(memberOf(spec, 'getItem'));
    return spec.at(parent.target, key);
  }

  private objectFrom(parent: Handle, name: string, path: ObjectPath): Handle | null {
    const given = this.given(path.ArgumentInfo);
    const result = RANGE_OF_EVENT.test(name) ? this.rangeOfEvent(name, given[0]) : this.call(parent, name, given);
    if (result === null || result === undefined) return null;
    if (!(result instanceof Handle)) throw notModelled(`${memberOf(specOf(parent), name)} as an object`);
    return result;
  }

  private rangeOfEvent(name: string, id: unknown): Handle | null {
    const handle = this.references.get(String(id));
    if (handle === undefined && !name.includes('OrNullObject')) throw notFound('the range of the event');
    return handle ?? null;
  }

  private call(handle: Handle, name: string, given: readonly unknown[]): unknown {
    const spec = specOf(handle);
    const method = spec.methods?.[name];
    if (method === undefined) throw notModelled(memberOf(spec, name));
    this.checkKnown(spec, name, method.since);
    const result = this.touched(handle, name, 'call', given, () => method.call(handle.target, given));
    if (!READING.test(name)) this.workbook.touch();
    return result;
  }

  private callAction(handle: Handle, action: Action): unknown {
    const name = action.Name ?? '';
    const given = this.given(action.ArgumentInfo);
    if (handle === SERVICE) return null;
    if (name === '_KeepReference') return { _ReferenceId: this.references.keep(handle) };
    if (name === '_RemoveReference') return this.references.remove(String(given[0])) ?? null;
    if (name === '_RemoveAllReferences') return this.references.clear() ?? null;
    if (name === '_GetReferenceCount') return this.references.count;
    if (REGISTRATION.test(name)) return this.register(handle, name);
    const result = this.call(handle, name, given);
    return result instanceof Handle || result === undefined ? null : result;
  }

  private register(handle: Handle, name: string): null {
    const [, kind, event = ''] = REGISTRATION.exec(name) ?? [];
    const spec = specOf(handle);
    const known = spec.events?.[event];
    if (known === undefined || spec.eventTarget === undefined) throw notModelled(`${spec.name}.on${event}`);
    this.checkKnown(spec, `on${event}`, known.since);
    const target = spec.eventTarget(handle.target);
    if (kind === 'Register') this.subscriptions.subscribe(target, known);
    else this.subscriptions.unsubscribe(target, known);
    return null;
  }

  private setProperty(handle: Handle, name: string, value: unknown): null {
    const spec = specOf(handle);
    const scalar = spec.scalars?.[name];
    if (scalar === undefined) throw notModelled(memberOf(spec, name));
    this.checkKnown(spec, name, scalar.since);
    if (scalar.set === undefined) throw notModelled(`setting ${memberOf(spec, name)}`);
    this.touched(handle, name, 'set', [value], () => scalar.set?.(handle.target, value));
    this.workbook.touch();
    return null;
  }

  /** What Excel does, in the mood that it is in. */
  private touched(handle: Handle, name: string, kind: Touch['kind'], given: readonly unknown[], polite: () => unknown): unknown {
    if (this.mood === null) return polite();
    return this.mood({ workbook: this.workbook, member: `${specOf(handle).name}.${name}`, kind, target: handle.target, given }, polite);
  }

  private read(handle: Handle, name: string, scalar: Scalar<unknown>): unknown {
    return this.touched(handle, name, 'get', [], () => scalar.get(handle.target));
  }

  private checkKnown(spec: AnySpec, name: string, since: string | undefined): void {
    if (since !== undefined && !knows(this.sets, since)) throw apiNotFound(memberOf(spec, name));
  }

  /** Arguments that are objects come as the ids of their paths, also inside lists. */
  private given(info: ArgumentInfo | undefined): readonly unknown[] {
    const { Arguments: values = [], ReferencedObjectPathIds: ids } = info ?? {};
    const resolved = (value: unknown, id: unknown): unknown => {
      if (Array.isArray(id) && Array.isArray(value)) return value.map((part, index) => resolved(part, id[index]));
      if (typeof id === 'number' && id !== 0) return this.object(id);
      return withObjects(value, (path) => this.object(path));
    };
    return values.map((value, index) => resolved(value, ids?.[index]));
  }

  private identity(handle: Handle, keeps = false): Record<string, unknown> {
    const spec = specOf(handle);
    const value: Record<string, unknown> = { ...spec.identity?.(handle.target) };
    if (spec.isTracked !== true) return value;
    const reference = keeps ? this.references.keep(handle) : this.references.idOf(handle);
    if (reference !== undefined) value._ReferenceId = reference;
    return value;
  }

  /** `Select` names members, those of other objects after a slash; without it all scalars are loaded. */
  private query(handle: Handle, { Select: select = [], Expand: expand = [], Top: top, Skip: skip = 0 }: Query): Record<string, unknown> {
    const wanted = wantedTree([...select, ...expand]);
    const isAll = select.length === 0 || select.includes('*') || select.includes('$all');
    return this.loaded(handle, wanted, isAll, { skip, top: top ?? Infinity });
  }

  private loaded(handle: Handle, wanted: Wanted, isAll: boolean, page: Page, keeps = false): Record<string, unknown> {
    const value = this.identity(handle, keeps);
    if (isAll) this.loadScalars(handle, value);
    const spec = specOf(handle);
    for (const [key, inner] of wanted) {
      if (IGNORED.has(key.toLowerCase())) continue;
      const name = memberNamed(spec, key);
      if (name !== null) this.loadMember(handle, name, inner, value);
      else if (spec.items === undefined) throw notModelled(memberOf(spec, key));
    }
    if (spec.items !== undefined) value._Items = this.loadedItems(spec.items(handle.target), wanted, spec, page);
    return value;
  }

  private loadScalars(handle: Handle, value: Record<string, unknown>): void {
    for (const [name, scalar] of Object.entries(specOf(handle).scalars ?? {})) {
      if (scalar.since === undefined || knows(this.sets, scalar.since)) value[name] = this.read(handle, name, scalar);
    }
  }

  private loadMember(handle: Handle, name: string, inner: Wanted, value: Record<string, unknown>): void {
    const spec = specOf(handle);
    const scalar: Scalar<unknown> | undefined = spec.scalars?.[name];
    if (scalar === undefined) {
      const other = this.navigate(handle, name);
      value[name] = other === null ? { _IsNull: true } : this.loaded(other, inner, inner.size === 0, WHOLE);
      return;
    }
    this.checkKnown(spec, name, scalar.since);
    value[name] = this.read(handle, name, scalar);
    if (value[name] === undefined) throw notModelled(`reading ${memberOf(spec, name)} before it was set`);
  }

  /** What is asked of a collection is asked of its items, with or without `items/` before it. */
  private loadedItems(items: readonly Handle[], wanted: Wanted, owner: AnySpec, { skip, top }: Page): Record<string, unknown>[] {
    const inner: Wanted = new Map([...wanted].filter(([key]) => !IGNORED.has(key.toLowerCase()) && memberNamed(owner, key) === null));
    for (const [key, value] of wanted.get('items') ?? []) inner.set(key, value);
    const keeps = this.body.AutoKeepReference === true;
    return items.slice(skip, skip + top).map((item) => this.loaded(item, inner, inner.size === 0, WHOLE, keeps));
  }

  errorOf(problem: unknown, action: Action, index: number): NonNullable<ResponseBody['Error']> {
    if (!(problem instanceof OfficeError)) throw problem;
    const { code, message, status } = problem;
    return { Code: code, Message: message, Location: this.location(action), ActionIndex: index, HttpStatusCode: status };
  }

  private location(action: Action): string {
    const path = this.body.ObjectPaths[String(action.ObjectPathId)];
    const handle = this.objects.get(action.ObjectPathId) ?? (path?.ParentObjectPathId === undefined ? null : this.objects.get(path.ParentObjectPathId));
    const name = action.Name === undefined || action.Name === '' ? (path?.Name ?? '') : action.Name;
    return memberOf(handle === null || handle === undefined ? { name: 'Workbook' } : specOf(handle), name);
  }
}

interface Page {
  readonly skip: number;
  readonly top: number;
}
const WHOLE: Page = { skip: 0, top: Infinity };

const RANGE_OF_EVENT = /^_GetRange(?:OrNullObject)?ForEventByReferenceId$/;

/** Takes what Office.js tells its host in passing. */
const SERVICE = new Handle({ name: 'AddinInternalService' } as ClassSpec<never>, {} as never);
