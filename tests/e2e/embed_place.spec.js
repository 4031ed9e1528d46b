// What the page around an embedded console is told of its places, and what its own words mean.
import { Place, tellable } from '../../public/embed/place.mjs';
import { expect, test } from './demo.js';

test('what was typed, and whose rows are looked at, are not told', () => {
  for (const [route, told] of [
    ['/live', '/live'],
    ['/calls?q=%2B13125550142', '/calls'],
    ['/calls?contact=con_1&state=busy&page=3', '/calls?state=busy'],
    ['/calls?state=busy&from=%2B1312&cursor=abc&size=20', '/calls?state=busy&size=20'],
    ['/campaigns/c/tasks/t?status=failed&q=Dana&sort=-due', '/campaigns/c/tasks/t?status=failed&sort=-due'],
    ['/jobs/j?q', '/jobs/j'],
    ['/calls?page=3&cursor=a%3Fq', '/calls?page=3&cursor=a%3Fq'],
  ]) {
    expect(tellable(route)).toBe(told);
    expect(tellable(told)).toBe(told);
  }
});

test('the page around that repeats what it was told wipes nothing; elsewhere it ends the search', () => {
  const place = new Place('/');
  const told = [];
  const answer = (is) => (route) => told.push(route) && is;
  expect(place.want('/calls?contact=con_1', answer(false))).toBe(false);
  expect(place.hear('/')).toBeNull();
  expect(place.hear('/calls')).toBe('/calls?contact=con_1');
  expect(place.want('/calls?contact=con_1&q=D', answer(false)), 'nothing that it could ask about').toBe(true);
  expect(place.want('/calls?q=D&state=busy', answer(true))).toBe(true);
  expect(told).toEqual(['/calls', '/calls?state=busy']);
  expect(place.hear('/calls?state=busy')).toBeNull();
  expect(place.hear('/live')).toBe('/live');
  expect(place.hear('/calls?state=busy')).toBe('/calls?state=busy');
  // A search of its own is its own to take back.
  expect(place.hear('/calls?q=Dana')).toBe('/calls?q=Dana');
  expect(place.hear('/calls')).toBe('/calls');
});
