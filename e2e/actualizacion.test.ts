import { randomUUID } from 'node:crypto';
import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { faltasDe } from './apoyo/accesibilidad.ts';
import { codigoPara, leerBuzon } from './apoyo/buzon.ts';
import { continuar, elegir } from './apoyo/caminar.ts';
import { descargar } from './apoyo/copia.ts';
import { escena } from './apoyo/escena.ts';
import { inscribir } from './apoyo/inscripcion.ts';
import type { Persona } from './apoyo/personas.ts';

const e = escena(8);
const PLAZO = { timeout: 180_000 };
const modos = [
  ['con JavaScript', true],
  ['sin JavaScript', false],
] as const;

/** What axe found, by page. */
type Halladas = Record<string, string[]>;

/** On each question: waits for it, looks at it, answers and goes on. */
function caminante(pagina: Page, halladas: Halladas | undefined) {
  return async (slug: string, contestar: () => Promise<unknown> = async () => undefined) => {
    await pagina.waitForURL(`**/${slug}`);
    await pagina.getByRole('heading', { level: 1 }).waitFor();
    const faltas = halladas ? await faltasDe(pagina) : [];
    if (halladas && faltas.length > 0) halladas[slug] = faltas;
    await contestar();
    await continuar(pagina);
  };
}

/** The end asks to prove again who one is; after that the page is the review again. */
async function confirmarYTerminar(pagina: Page, p: Persona): Promise<void> {
  const final = (u: URL) => u.pathname === '/actuar' || u.pathname.includes('/rut/actualizado/');
  await pagina.waitForURL((u) => u.pathname === '/confirmar' || final(u));
  if (new URL(pagina.url()).pathname !== '/confirmar') return;
  await e.oficina.sql(`update plataforma.envio_codigo set enviado_en = enviado_en - interval '1 minute'`);
  await pagina.getByRole('button', { name: /correo/i }).click();
  await pagina.getByLabel('Código').waitFor();
  await pagina.getByLabel('Código').fill(await codigoPara(e.url, p.correo));
  await pagina
    .getByRole('button', { name: /Confirmar/ })
    .first()
    .click();
  await pagina.waitForURL('**/revision');
  await continuar(pagina);
  await pagina.waitForURL(final);
}

const fecha = async (pagina: Page, dia: string, mes: string, anio: string) => {
  await pagina.getByLabel('Día', { exact: true }).fill(dia);
  await pagina.getByLabel('Mes', { exact: true }).fill(mes);
  await pagina.getByLabel('Año', { exact: true }).fill(anio);
};

describe.each(modos)('actualizar el RUT %s, en un celular', (modo, javaScriptEnabled) => {
  it(
    'una persona se muda y agrega otra actividad: lo ve antes y después, y recibe la copia',
    PLAZO,
    async () => {
      const p = e.persona();
      const visita = await e.visita({ javaScriptEnabled });
      const { pagina } = visita;
      const halladas: Halladas = {};
      const paso = caminante(pagina, javaScriptEnabled ? halladas : undefined);
      const { de } = await inscribir(visita, e.url, p);
      await pagina.goto(`${de}/rut`);
      await pagina.getByRole('link', { name: 'Actualice su RUT' }).click();
      await pagina.getByRole('button', { name: 'Empezar' }).click();
      // Nothing chosen: the message is beside the question.
      await pagina.waitForURL('**/que-cambia');
      await continuar(pagina);
      await pagina.getByRole('link', { name: 'Elija al menos una cosa que haya cambiado.' }).waitFor();
      await paso('que-cambia', async () => {
        await pagina.getByLabel('La dirección', { exact: true }).check();
        await pagina.getByLabel('La actividad secundaria', { exact: true }).check();
      });
      await paso('departamento', () => elegir(pagina, 'Departamento', 'Antioquia'));
      await paso('municipio', () => elegir(pagina, 'Municipio', 'Medellín'));
      await paso('tipo-direccion', () => pagina.getByLabel('No tiene').check());
      await paso('direccion-libre', () =>
        pagina.getByLabel('Dirección', { exact: true }).fill('Vereda Santa Elena, finca El Cedro'),
      );
      await paso('otra-actividad', () => pagina.getByLabel('Sí', { exact: true }).check());
      await pagina.waitForURL('**/actividad-secundaria');
      await pagina.getByLabel('Su actividad, en sus palabras').fill('peluquería');
      await pagina.getByRole('button', { name: 'Buscar' }).click();
      await paso('actividad-secundaria', () => pagina.locator('input[name=actividad]').first().check());
      await paso('inicio-secundaria', () => fecha(pagina, '15', '1', '2026'));
      await paso('cuando');
      await pagina.waitForURL('**/revision');
      const revision = await pagina.locator('main').innerText();
      expect(revision).toContain('VD Santa Elena FI El Cedro');
      expect(revision).toMatch(/cambio 1 de 2 en seis meses/);
      if (javaScriptEnabled) {
        const faltas = await faltasDe(pagina);
        if (faltas.length > 0) halladas.revision = faltas;
      }
      await continuar(pagina);
      await confirmarYTerminar(pagina, p);
      await pagina.getByRole('heading', { level: 1, name: 'Su RUT quedó actualizado' }).waitFor();
      const enlace = pagina.getByRole('link', { name: 'Descargar la copia en PDF' });
      await expect.poll(() => enlace.count(), { timeout: 30_000 }).toBe(1);
      const pdf = await descargar(pagina, 'Descargar la copia en PDF');
      expect(pdf.subarray(0, 5).toString()).toBe('%PDF-');
      await expect
        .poll(() => leerBuzon(e.url, p.correo), { timeout: 20_000 })
        .toContain('Su RUT quedó actualizado');
      if (javaScriptEnabled) {
        const faltas = await faltasDe(pagina);
        if (faltas.length > 0) halladas.recibo = faltas;
      }

      await pagina.goto(`${de}/rut/versiones`);
      await pagina.getByRole('heading', { level: 2, name: /Versión 2/ }).waitFor();
      if (javaScriptEnabled) {
        const faltas = await faltasDe(pagina);
        if (faltas.length > 0) halladas.versiones = faltas;
      }
      await pagina.getByRole('button', { name: /de la versión 1/ }).click();
      await pagina.getByText('La versión 1, anterior').waitFor();
      expect(halladas, modo).toEqual({});
    },
  );

  it('la representante de una empresa pone a otra persona en su lugar', PLAZO, async () => {
    const [sale, entra] = [e.persona(), e.persona()];
    const visita = await e.visita({ javaScriptEnabled });
    const { pagina } = visita;
    const halladas: Halladas = {};
    const paso = caminante(pagina, javaScriptEnabled ? halladas : undefined);
    await inscribir(await e.visita(), e.url, entra);
    await inscribir(visita, e.url, sale);
    const empresa = await inscribirEmpresa(sale, javaScriptEnabled ? '999900011' : '999900022');
    await pagina.goto(`/de/${empresa}/rut/actualizacion`);
    await pagina.getByRole('button', { name: 'Empezar' }).click();
    await paso('que-cambia', () => pagina.getByLabel('Quién representa a la entidad').check());
    await paso('representante-accion', () => pagina.getByLabel('Cambiar a una persona por otra').check());
    await paso('representante-sale', () => pagina.locator('input[name=clave]').check());
    await paso('representante-calidad', () => pagina.getByLabel('Representante legal principal').check());
    await paso('representante-documento', async () => {
      await pagina.getByLabel('Cédula de ciudadanía').check();
      await pagina.getByLabel('Número del documento').fill(entra.numero);
    });
    await paso('representante-nombres', async () => {
      await pagina.getByLabel('Primer apellido').fill(entra.primerApellido);
      await pagina.getByLabel('Primer nombre').fill(entra.primerNombre);
    });
    await paso('representante-desde', () => fecha(pagina, '2', '3', '2026'));
    await paso('cuando');
    await pagina.waitForURL('**/revision');
    expect(await pagina.locator('main').innerText()).toContain(`Número de identificación: ${entra.numero}`);
    await continuar(pagina);
    await confirmarYTerminar(pagina, sale);
    // Who leaves has no page of that company any more: what they see is for whom they still act.
    expect(new URL(pagina.url()).pathname).toBe('/actuar');
    const [ultima] = await e.oficina.sql<{ numero: string }>(
      `select v.registro #>> '{representantes,0,numero}' as numero from rut.version v
       join rut.titular t on t.id = v.titular_id where t.id_publico = $1 order by v.numero desc limit 1`,
      [empresa],
    );
    expect(ultima?.numero).toBe(entra.numero);
    expect(halladas, modo).toEqual({});
  });
});

/** A fictional company whose representative is that person. */
async function inscribirEmpresa(p: Persona, nit: string): Promise<string> {
  const publico = randomUUID().replaceAll('-', '').slice(0, 26);
  const registro = {
    tipoContribuyente: '1',
    nit,
    dv: 0,
    seccional: '32',
    identificacion: { razonSocial: `FICTICIA ${nit} S.A.S.` },
    ubicacion: { pais: '169', municipio: '11001', direccion: 'CL 1 2 999', correo: `${nit}@demo.example` },
    clasificacion: {
      actividadPrincipal: { codigo: '4711', desde: '2020-01-02' },
      otrasActividades: [],
      establecimientos: 1,
      responsabilidades: ['05', '48'],
      usuariosAduaneros: [],
    },
    representantes: [
      {
        representacion: '18',
        desde: '2020-01-02',
        tipoDocumento: '13',
        numero: p.numero,
        primerApellido: p.primerApellido,
        primerNombre: p.primerNombre,
      },
    ],
  };
  await e.oficina.sql(
    `select rut.inscribir($1, $2, $3, 0, '1', null, null, null, $4, rut.nuevo_formulario(), $5::jsonb,
      $6, sha256('x'), now())`,
    [randomUUID(), publico, nit, randomUUID(), JSON.stringify(registro), `2026RU9${nit.slice(-8)}`],
  );
  return publico;
}
