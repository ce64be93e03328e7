/** How are the settings of this user changed, and texts of the pane taken along? */
import { DEFAULT_SETTINGS, type Section, type Settings } from '../settings';
import type { Choosing } from './choosing';
import type { Desk } from './desk';

export class Setting {
  constructor(
    private readonly desk: Desk,
    private readonly choosing: Choosing,
  ) {}

  changeSettings(change: Partial<Settings>): void {
    this.store({ ...this.desk.around.state().settings, ...change });
  }

  fold(section: Section): void {
    const { folded } = this.desk.around.state().settings;
    this.changeSettings({ folded: folded.includes(section) ? folded.filter((name) => name !== section) : [...folded, section] });
  }

  resetSettings(): void {
    this.store(DEFAULT_SETTINGS);
    this.desk.around.environment().settings.write(null);
    void this.choosing.chooseLayout({ of: 'automatic' });
    this.desk.say(this.desk.around.words().resetDone);
  }

  /** Answers whether it could. */
  async copy(text: string): Promise<boolean> {
    const words = this.desk.around.words();
    try {
      await this.desk.around.environment().copy(text);
      this.desk.say(words.copied);
      return true;
    } catch {
      this.desk.say(words.notCopied, 'alert');
      return false;
    }
  }

  private store(settings: Settings): void {
    this.desk.around.dispatch({ type: 'settingsChanged', settings });
    this.desk.around.environment().settings.write(JSON.stringify(settings));
  }
}
