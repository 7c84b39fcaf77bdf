import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import { conAutenticador } from './apoyo/autenticador.ts';
import { codigoPara } from './apoyo/buzon.ts';
import { alterado, descargar, segunPdfsig } from './apoyo/copia.ts';
import { escena } from './apoyo/escena.ts';
import {
  CONTRASENA,
  firmarCon,
  obtenerFirma,
  pasarUnMinuto,
  pedirClave,
  probarFirma,
} from './apoyo/firma.ts';
import { inscribir } from './apoyo/inscripcion.ts';

// What a killed office was doing is taken up at once only where it alone works on its database.
const e = escena(4, { embebida: true });
const PLAZO = { timeout: 180_000 };

const carpetas: string[] = [];
afterEach(async () => {
  await Promise.all(carpetas.splice(0).map((c) => rm(c, { recursive: true })));
});
async function guardar(nombre: string, contenido: Uint8Array): Promise<string> {
  const carpeta = await mkdtemp(join(tmpdir(), 'autogestion-e2e-firma-'));
  carpetas.push(carpeta);
  const archivo = join(carpeta, nombre);
  await writeFile(archivo, contenido);
  return archivo;
}

describe.each([
  ['con JavaScript', true],
  ['sin JavaScript', false],
])('firma electrónica, %s', (_modo, javaScriptEnabled) => {
  it('se obtiene, se prueba, y el documento se comprueba en la página y con la orden', PLAZO, async () => {
    const p = e.persona();
    const visita = await e.visita({ javaScriptEnabled });
    const { pagina } = visita;
    await inscribir(visita, e.url, p);
    await obtenerFirma(e, pagina, p);
    await probarFirma(e, pagina, p);
    await pagina.getByRole('heading', { name: 'Quedó firmado' }).waitFor();
    const enlace = pagina.getByRole('link', { name: 'Descargar el documento en PDF' });
    await expect.poll(() => enlace.count(), { timeout: 30_000 }).toBe(1);
    const pdf = await descargar(pagina, 'Descargar el documento en PDF');

    const autoridad = await (await fetch(`${e.url}/verificar/autoridad.pem`)).text();
    expect(segunPdfsig(pdf, autoridad)).toContain('Certificate is Trusted');

    await pagina.goto('/verificar');
    await pagina.getByLabel('Archivo PDF').setInputFiles(await guardar('acto.pdf', pdf));
    await pagina.getByRole('button', { name: 'Verificar el archivo' }).click();
    await pagina.getByRole('heading', { name: 'La firma de la persona es válida' }).waitFor();
    await pagina.getByText('Prueba de su firma electrónica').waitFor();
    await pagina.getByText('VIGENTE', { exact: true }).waitFor();

    await pagina.goto('/verificar');
    await pagina.getByLabel('Archivo PDF').setInputFiles(await guardar('alterado.pdf', alterado(pdf)));
    await pagina.getByRole('button', { name: 'Verificar el archivo' }).click();
    await pagina.getByRole('heading', { name: 'El archivo fue alterado' }).waitFor();

    // Offline, with the published authority and list.
    const lista = Buffer.from(await (await fetch(`${e.url}/firma/revocados.crl`)).arrayBuffer());
    const dicho = await e.oficina.orden(
      ...['verificar', await guardar('acto.pdf', pdf)],
      ...['--ca', await guardar('autoridad.pem', Buffer.from(autoridad))],
      ...['--lista', await guardar('revocados.crl', lista)],
    );
    expect(dicho).toContain('VERDADERO');
    expect(dicho).toContain('Firma de la persona: válida');
    expect(dicho).toContain('Qué: Prueba de su firma electrónica');
  });
});

describe('muerte súbita entre firmar y sellar', () => {
  it('lo firmado y respondido está entero, y su documento se sella al volver', PLAZO, async () => {
    const p = e.persona();
    const visita = await e.visita({ javaScriptEnabled: false });
    const { pagina } = visita;
    await inscribir(visita, e.url, p);
    await obtenerFirma(e, pagina, p);
    await pagina.goto('/mi-firma/prueba');
    const codigo = await pedirClave(e, pagina, p);
    // Nothing can be sealed while this is held: the process dies with the act signed and its seal on the way.
    await e.oficina.sql('begin');
    await e.oficina.sql('lock table sello.sellado in share row exclusive mode');
    await firmarCon(pagina, codigo);
    await pagina.getByRole('heading', { name: 'Quedó firmado' }).waitFor();
    const radicado = new URL(pagina.url()).pathname.split('/').at(-1) ?? '';
    await e.oficina.matar();
    const [acto] = await e.oficina.sql<{ documento: string }>(
      `select d.id as documento from firma.acto a join sello.documento d on d.contenido ->> 'acto' = a.id::text
       where a.radicado = $1`,
      [radicado],
    );
    const sellos = () =>
      e.oficina.sql('select 1 from sello.sellado where documento_id = $1', [acto?.documento]);
    expect(acto?.documento).toBeTruthy();
    expect(await sellos()).toEqual([]);
    await e.oficina.sql('commit');
    await e.oficina.reabrir();
    await expect.poll(async () => (await sellos()).length, { timeout: 60_000 }).toBe(1);
  });
});

describe('llave de acceso en lugar de la clave dinámica', () => {
  it('firma lo que se muestra, con la contraseña, y la evidencia dice con qué', PLAZO, async () => {
    const p = e.persona();
    const visita = await e.visita();
    const { pagina } = visita;
    await inscribir(visita, e.url, p);
    await obtenerFirma(e, pagina, p);
    await conAutenticador(visita);
    await pagina.goto('/cuenta/llaves');
    await pasarUnMinuto(e);
    await pagina.getByRole('button', { name: 'Enviar un código al correo' }).click();
    await pagina.getByLabel('Código que llegó al correo').waitFor();
    await pagina.getByLabel('Código que llegó al correo').fill(await codigoPara(e.url, p.correo));
    await pagina.getByRole('button', { name: 'Confirmar con el código que llegó' }).click();
    await pagina.getByLabel('Nombre, para distinguirla').fill('Mi celular');
    await pagina.getByRole('button', { name: 'Poner una llave de acceso' }).click();
    await pagina.getByRole('cell', { name: 'Nombre Mi celular' }).waitFor();

    await pagina.goto('/mi-firma/prueba');
    const contrasena = pagina.getByLabel('Contraseña de su firma, para usar la llave de acceso');
    await contrasena.fill('esta no es 1234');
    await pagina.getByRole('button', { name: 'Firmar con mi llave de acceso' }).click();
    await pagina.locator('.govuk-error-summary').waitFor();
    await contrasena.fill(CONTRASENA);
    await pagina.getByRole('button', { name: 'Firmar con mi llave de acceso' }).click();
    await pagina.getByRole('heading', { name: 'Quedó firmado' }).waitFor();
    const [acto] = await e.oficina.sql<{ factores: string[] }>(
      `select array(select f ->> 'factor' from jsonb_array_elements(evidencia -> 'factores') f) as factores
       from firma.acto where tipo = 'firma.prueba' order by firmado_en desc limit 1`,
    );
    expect(acto?.factores).toEqual(['contrasena', 'llave-de-acceso']);
  });
});
