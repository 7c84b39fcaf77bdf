import { randomUUID } from 'node:crypto';
import type { Page } from 'playwright-core';
import { codigoPara } from './buzon.ts';
import { continuar } from './caminar.ts';
import type { Escena } from './escena.ts';
import type { Persona } from './personas.ts';

/** The end asks to prove again who one is; after that the page is the review again. */
export async function confirmarYTerminar(e: Escena, pagina: Page, p: Persona): Promise<void> {
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

/** A fictional company whose representative is that person. */
export async function inscribirEmpresa(e: Escena, p: Persona, nit: string): Promise<string> {
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
