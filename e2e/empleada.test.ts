import { expect, it } from 'vitest';
import { codigoPara } from './apoyo/buzon.ts';
import { escena } from './apoyo/escena.ts';
import { CONTRASENA, obtenerFirma, pasarUnMinuto, pedirClave } from './apoyo/firma.ts';
import { inscribir } from './apoyo/inscripcion.ts';
import { salir } from './apoyo/visita.ts';

const e = escena(1);

/** Milliseconds between two keys of somebody who types on a phone. */
const TECLA = { delay: 150 };

/** Files income tax (responsibility 05), and her employer reported her year. */
async function conAnioReportado(numero: string): Promise<void> {
  await e.oficina.sql('alter table rut.version disable trigger user');
  await e.oficina.sql(
    `update rut.version v set registro = jsonb_set(registro, '{clasificacion,responsabilidades}', '["05","49"]')
       from rut.titular t where t.id = v.titular_id and t.numero_documento = $1`,
    [numero],
  );
  await e.oficina.sql('alter table rut.version enable trigger user');
  await e.oficina.sql('select terceros.abrir_anio(2025)');
  await e.oficina.sql(
    `with e as (
       insert into terceros.entrega (id, id_publico, informante_nit, informante, ficticia, archivo, bytes, anio, empezada_en,
         leida_en, huella, formato, version, registros, total, errores, dudas, muestra, presentada_en)
       values (gen_random_uuid(), repeat('e', 26), '899999777', 'Panadería La Espiga', true, 'prueba', 0, 2025, now(), now(),
         sha256('x'), '2276', 4, 1, 0, 0, 0, '[]', now()) returning id)
     insert into terceros.registro (anio, numero, tipo, entrega_id, fila, concepto, campos)
     select 2025, t.nit, '31', e.id, 1, '', '{"pasa": 96000000, "vare": 1200000}'
     from rut.titular t, e where t.numero_documento = $1`,
    [numero],
  );
}

it('una empleada con su año reportado declara en seis pantallas, de la entrada al recibo, sin JavaScript', async () => {
  const visita = await e.visita({ javaScriptEnabled: false });
  const { pagina } = visita;
  const p = e.persona();
  await inscribir(visita, e.url, p);
  await obtenerFirma(e, pagina, p);
  await conAnioReportado(p.numero);
  await salir(pagina);

  await pagina.goto('/entrar');
  await pasarUnMinuto(e);
  const anterior = await codigoPara(e.url, p.correo);
  await pagina.getByLabel('Número del documento').pressSequentially(p.numero, TECLA);
  await pagina.getByRole('button', { name: 'Enviarme un código' }).click();
  await pagina.getByRole('heading', { name: 'Escriba el código' }).waitFor();
  let codigo = anterior;
  while (codigo === anterior) codigo = await codigoPara(e.url, p.correo);
  await pagina.getByLabel('Código').pressSequentially(codigo, TECLA);

  const pantallas: string[] = [];
  pagina.on('framenavigated', (marco) => {
    const { pathname } = new URL(marco.url());
    if (pantallas.at(-1) !== pathname) pantallas.push(pathname);
  });
  await pagina.getByRole('button', { name: 'Entrar' }).click();
  await pagina.getByRole('button', { name: /^Declarar/ }).click();
  for (const si of await pagina.getByLabel('Es así', { exact: true }).all()) await si.check();
  await pagina.getByRole('button', { name: 'Guardar y seguir' }).click();
  await pagina.getByRole('button', { name: 'Nada de esto me pasó' }).click();
  await pagina.getByRole('link', { name: 'Firmar y presentar' }).click();
  const clave = await pedirClave(e, pagina, p);
  await pagina.getByLabel('Contraseña de su firma', { exact: true }).pressSequentially(CONTRASENA, TECLA);
  await pagina.getByLabel('Clave dinámica', { exact: true }).pressSequentially(clave, TECLA);
  await pagina.getByRole('button', { name: 'Firmar', exact: true }).click();
  await pagina.waitForURL('**/presentadas/*');
  await pagina
    .getByText(/\d{4}FE\d{9}/)
    .first()
    .waitFor();

  const distintas = pantallas.map((x) => x.replace(/^\/de\/[^/]*/, '').replaceAll(/[0-9a-z]{26}/g, ':'));
  expect(distintas).toEqual([
    '',
    '/declaraciones/:/lo-reportado',
    '/declaraciones/:/nadie-reporta',
    '/declaraciones/:/revision',
    '/declaraciones/:/firmar',
    '/declaraciones/presentadas/:',
  ]);
});
