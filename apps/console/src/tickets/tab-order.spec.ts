import { tabAfter, type Tabs, withoutTab, withTab } from './tab-order.js';

describe('tabs', () => {
  const none: Tabs = { numbers: [], recent: [] };
  const opened = (...numbers: string[]) => numbers.reduce(withTab, none);

  it('should keep the order of opening, each ticket once', () => {
    expect(opened('1', '2', '3', '1').numbers).toEqual(['1', '2', '3']);
  });

  it('should close the least recently viewed tab when there are too many', () => {
    const eight = opened('1', '2', '3', '4', '5', '6', '7', '8');
    expect(withTab(withTab(eight, '1'), '9').numbers).toEqual(['1', '3', '4', '5', '6', '7', '8', '9']);
  });

  it('should show the previously viewed tab when one is closed', () => {
    const tabs = opened('1', '2', '3', '1');
    expect(tabAfter(tabs, '1')).toBe('3');
    expect(withoutTab(tabs, '3')).toEqual({ numbers: ['1', '2'], recent: ['1', '2'] });
    expect(tabAfter(opened('1'), '1')).toBeUndefined();
  });
});
