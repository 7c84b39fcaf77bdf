import { galeria } from './galeria.tsx';
import { servirPaginas } from './servidor.ts';
import { abrirNavegador } from './navegador.ts';
import { cargarRecursos, directorioDeRecursos, renderizarPagina } from '../../src/interfaz/index.ts';
console.log(cargarRecursos());
const s = await servirPaginas(
  Object.fromEntries(Object.entries(galeria()).map(([r, v]) => [r, renderizarPagina(v)])),
  directorioDeRecursos(),
);
const n = await abrirNavegador();
const cuales =
  process.argv[2]?.split(',') ??
  Object.keys(galeria()).filter((r) => !r.startsWith('/error') || r === '/error-500');
for (const [nombre, width, esquema] of [
  ['tel', 360, 'light'],
  ['esc', 1180, 'light'],
  ['tel-osc', 360, 'dark'],
  ['esc-osc', 1180, 'dark'],
] as const) {
  if (process.argv[3] && !process.argv[3].split(',').includes(nombre)) continue;
  const c = await n.newContext({ viewport: { width, height: 800 }, colorScheme: esquema });
  const p = await c.newPage();
  p.on('console', (m) => console.log(nombre, m.text()));
  for (const r of cuales) {
    await p.goto(s.url + r);
    await p.waitForTimeout(150);
    await p.screenshot({ path: `/tmp/fotos/${nombre}${r.replace('/', '-')}.png`, fullPage: true });
  }
}
await n.close();
await s.cerrar();
