import { describe, expect, it } from 'vitest';
import { leerBuzon } from './apoyo/buzon.ts';
import { caminar, continuar } from './apoyo/caminar.ts';
import { alterado, descargar, otroCaracter, segunPdfsig, textoDelQr } from './apoyo/copia.ts';
import { escena } from './apoyo/escena.ts';
import { borradorEn } from './apoyo/inscripcion.ts';
import type { Persona } from './apoyo/personas.ts';
import type { Visita } from './apoyo/visita.ts';

const e = escena(8);

/** As one is called, in normal letters: the particles of a surname are small after a name. */
const NOMBRE = (p: Persona) =>
  [p.primerNombre, p.primerApellido.replace('De la', 'de la'), p.segundoApellido].join(' ');

/** From the home to the downloaded copy, reading and pressing what the pages show. */
async function inscribirse(visita: Visita, p: Persona): Promise<Buffer> {
  const { pagina } = visita;
  await pagina.goto('/');
  await pagina.getByRole('link', { name: /Inscribirse en el RUT/ }).click();
  await pagina.getByRole('button', { name: 'Empezar' }).click();
  await pagina.waitForURL('**/tratamiento-datos');
  await caminar(pagina, e.url, p);
  expect(await pagina.getByRole('heading', { level: 1 }).textContent()).toBe('Ya está en el RUT');
  await pagina
    .getByText(/^\d{4}RU\d{9}$/)
    .first()
    .waitFor();
  // Without script the page asks for itself again until the copy is sealed.
  await pagina.getByRole('link', { name: 'Descargar la copia en PDF' }).waitFor();
  return descargar(pagina, 'Descargar la copia en PDF');
}

const modos = [
  ['con JavaScript', true],
  ['sin JavaScript', false],
] as const;

const copias: { pdf: Buffer; p: Persona }[] = [];

describe.each(modos)('inscribirse en el RUT %s, en un celular', (_modo, javaScriptEnabled) => {
  it('una persona recorre el trámite desde la portada y termina con su copia en PDF', async () => {
    const p = e.persona();
    const pdf = await inscribirse(await e.visita({ javaScriptEnabled }), p);
    expect(pdf.subarray(0, 5).toString()).toBe('%PDF-');
    copias.push({ pdf, p });
    expect(await leerBuzon(e.url, p.correo)).toContain('Su RUT quedó inscrito');
  });

  it('otra persona escanea el QR de la copia y ve que es verdadera', async () => {
    const { pdf, p } = copiaDe(javaScriptEnabled);
    const qr = textoDelQr(pdf);
    expect(qr).toMatch(new RegExp(`^${e.url}/verificar/[0-9a-z]{26}#`));
    const { pagina } = await e.visita({ javaScriptEnabled });
    await pagina.goto(qr);
    await pagina.getByRole('heading', { name: 'Esta oficina expidió este documento' }).waitFor();
    const texto = await pagina.locator('main').innerText();
    expect(texto).toContain(NOMBRE(p));
    expect(texto).toContain(p.numero.replace(/(\d)(?=(\d{3})+$)/g, '$1.'));
    expect(texto).toContain('ACTIVO');
    // The fragment never reaches the server: only a browser with script can read what the QR itself says.
    const firmado = pagina.getByText('El código QR está firmado por la oficina');
    if (javaScriptEnabled) {
      await firmado.waitFor();
      expect(await firmado.textContent()).toContain(NOMBRE(p));
    } else expect(await firmado.count()).toBe(0);
  });

  it.each([
    ['el archivo tal como se descargó es verdadero', (pdf: Buffer) => pdf, 'es verdadero y está completo'],
    ['con un byte cambiado, fue alterado', alterado, 'El archivo fue alterado'],
    ['un PDF sin sello no se da por bueno', () => Buffer.from('%PDF-1.7\n%%EOF'), 'no tiene el sello'],
  ])('al subirlo a verificar, %s', async (_caso, cambiar, dice) => {
    const { pagina } = await e.visita({ javaScriptEnabled });
    await pagina.goto('/verificar');
    const buffer = cambiar(copiaDe(javaScriptEnabled).pdf);
    await pagina
      .getByLabel('Archivo PDF')
      .setInputFiles({ name: 'copia.pdf', mimeType: 'application/pdf', buffer });
    await pagina.getByRole('button', { name: 'Verificar el archivo' }).click();
    await pagina.getByRole('heading', { level: 1, name: dice }).waitFor();
    if (cambiar !== alterado) return;
    await pagina.getByText('No confíe en este archivo').waitFor();
  });
});

describe('la copia se defiende sola', () => {
  it('pdfsig acepta el sello con los certificados que la oficina publica', async () => {
    const autoridad = await (await fetch(`${e.url}/verificar/autoridad.pem`)).text();
    const { pdf } = copiaDe(true);
    const bien = segunPdfsig(pdf, autoridad);
    expect(bien).toContain('Signature is Valid.');
    expect(bien).toContain('Certificate is Trusted.');
    expect(bien).toContain('Total document signed');
    expect(segunPdfsig(alterado(pdf), autoridad)).not.toContain('Signature is Valid.');
  });

  it('con un carácter cambiado en el identificador del QR, la oficina dice que no lo expidió (404)', async () => {
    const qr = textoDelQr(copiaDe(true).pdf);
    const { pagina } = await e.visita();
    const respuesta = await pagina.goto(otroCaracter(qr, `${e.url}/verificar/`.length + 3));
    expect(respuesta?.status()).toBe(404);
    await pagina.getByRole('heading', { name: 'No expedimos un documento con ese código' }).waitFor();
  });

  it('con un carácter cambiado en la declaración firmada del QR, la página lo advierte', async () => {
    const qr = textoDelQr(copiaDe(true).pdf);
    const inicio = qr.indexOf('#') + 1;
    for (const donde of [inicio + 12, Math.floor((inicio + qr.length) / 2), qr.length - 10]) {
      const { pagina } = await e.visita();
      await pagina.goto(otroCaracter(qr, donde));
      await pagina
        .getByRole('alert')
        .getByText(/No confíe en el documento/)
        .waitFor();
      expect(await pagina.getByText('El código QR está firmado').count()).toBe(0);
    }
  });

  it('con la declaración de otra copia, la página dice que el QR mezcla dos documentos', async () => {
    const [uno, dos] = [textoDelQr(copiaDe(true).pdf), textoDelQr(copiaDe(false).pdf)];
    const { pagina } = await e.visita();
    await pagina.goto(`${uno.split('#')[0]}#${dos.split('#')[1]}`);
    await pagina.getByRole('alert').getByText('mezcla dos documentos').waitFor();
  });
});

describe('volver y cambiar', () => {
  it('con el botón atrás del navegador se ve lo respondido, se cambia y se sigue', async () => {
    const visita = await e.visita();
    const { pagina } = visita;
    const base = await borradorEn(visita, e.url, e.persona(), 'establecimientos');
    await pagina.goto(`${base}/establecimientos`);
    await pagina.getByLabel('Número de locales').fill('2');
    await continuar(pagina);
    await pagina.waitForURL((u) => !u.pathname.endsWith('/establecimientos'));
    await pagina.goBack();
    expect(await pagina.getByLabel('Número de locales').inputValue()).toBe('2');
    await pagina.getByLabel('Número de locales').fill('0');
    await continuar(pagina);
    await pagina.waitForURL((u) => !u.pathname.endsWith('/establecimientos'));
    await pagina.goto(`${base}/establecimientos`);
    expect(await pagina.getByLabel('Número de locales').inputValue()).toBe('0');
  });

  it('buscar otra actividad en vano lo dice y conserva la que se había elegido', async () => {
    const visita = await e.visita({ javaScriptEnabled: false });
    const { pagina } = visita;
    const base = await borradorEn(visita, e.url, e.persona(), 'inicio-actividad');
    await pagina.goto(`${base}/actividad`);
    await pagina.getByLabel('Su actividad, en sus palabras').fill('zxqw');
    await pagina.locator('main').getByRole('button', { name: 'Buscar' }).click();
    await pagina.getByText('No encontramos actividades con esas palabras').waitFor();
    const elegida = pagina.getByRole('group', { name: 'La actividad que eligió antes' });
    expect(await elegida.getByRole('radio').isChecked()).toBe(true);
  });

  it('el enlace «Volver» recorre el trámite hasta la primera pregunta con todo lo respondido', async () => {
    const visita = await e.visita({ javaScriptEnabled: false });
    const { pagina } = visita;
    const base = await borradorEn(visita, e.url, e.persona(), 'revision');
    await pagina.goto(`${base}/revision`);
    const vistas: string[] = [];
    while (!pagina.url().endsWith('/tratamiento-datos')) {
      const antes = pagina.url();
      await pagina.getByRole('link', { name: 'Volver' }).click();
      await pagina.waitForURL((u) => u.href !== antes);
      vistas.push(pagina.url().split('/').at(-1) ?? '');
      expect(vistas.length).toBeLessThan(40);
    }
    expect(vistas).toContain('fecha-expedicion');
    expect(await pagina.getByLabel(/Autorizo el tratamiento/).isChecked()).toBe(true);
    await pagina.goto(`${base}/nombres`);
    expect(await pagina.getByLabel('Primer apellido').inputValue()).not.toBe('');
  });
});

function copiaDe(javaScriptEnabled: boolean): { pdf: Buffer; p: Persona } {
  const copia = copias[javaScriptEnabled ? 0 : 1];
  if (!copia) throw new Error('The journey that should have produced this copy failed');
  return copia;
}
