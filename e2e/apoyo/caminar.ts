import type { Page } from 'playwright-core';
import { codigoPara } from './buzon.ts';
import type { Persona } from './personas.ts';

/** Where a walk stops to look: the slug of the page that has just been opened. */
type AlLlegar = (slug: string) => Promise<void>;

export const continuar = (pagina: Page): Promise<void> =>
  pagina.locator('main form button.govuk-button:not([name])').first().click();

/** Answers the open question as a person does: reads the labels, chooses, writes. Does not press the button. */
export async function contestar(pagina: Page, url: string, slug: string, p: Persona): Promise<void> {
  const campo = (etiqueta: string) => pagina.getByLabel(etiqueta, { exact: true });
  const fecha = async (dia: string, mes: string, anio: string) => {
    await campo('Día').fill(dia);
    await campo('Mes').fill(mes);
    await campo('Año').fill(anio);
  };
  switch (slug) {
    case 'tratamiento-datos':
      return campo('Autorizo el tratamiento de mis datos para inscribirme en el RUT').check();
    case 'correo':
      return campo('Correo electrónico').fill(p.correo);
    case 'codigo-correo':
      return campo('Código').fill(await codigoPara(url, p.correo));
    case 'telefono':
      return campo('Número de celular').fill(p.telefono);
    case 'codigo-telefono':
      return campo('Código').fill(await codigoPara(url, p.telefono));
    case 'documento':
      await campo('Cédula de ciudadanía').check();
      return campo('Número del documento').fill(p.numero);
    case 'nombres':
      await campo('Primer apellido').fill(p.primerApellido);
      await pagina.getByLabel('Segundo apellido').fill(p.segundoApellido);
      return campo('Primer nombre').fill(p.primerNombre);
    case 'fecha-expedicion': {
      const [anio = '', mes = '', dia = ''] = p.expedicion.split('-');
      return fecha(dia, mes, anio);
    }
    case 'departamento':
      return elegir(pagina, 'Departamento', 'Cundinamarca');
    case 'municipio':
      return elegir(pagina, 'Municipio', 'Soacha');
    case 'tipo-direccion':
      return campo('Tiene calle y número').check();
    case 'direccion':
      return campo('Dirección').fill('Calle 13 A bis sur # 5 - 20');
    case 'actividad':
      await buscarActividad(pagina, 'vendo arepas');
      return pagina
        .getByLabel(/comida lista para llevar/i)
        .first()
        .check();
    case 'inicio-actividad':
      return fecha('15', '1', '2026');
    case 'otra-actividad':
      return campo('No').check();
    case 'establecimientos':
      return campo('Número de locales').fill('0');
    case 'responsabilidades':
      return campo('Confirmo que esto corresponde a lo que hago').check();
    case 'revision':
      return;
    default:
      return campo('No').check();
  }
}

/** Searches, and waits for what was found: it comes in another page at the same address. */
async function buscarActividad(pagina: Page, palabras: string): Promise<void> {
  await pagina.getByLabel('Su actividad, en sus palabras').fill(palabras);
  await pagina.locator('main').getByRole('button', { name: 'Buscar' }).click();
  await pagina.locator('input[name=actividad]').first().waitFor();
}

/** With script the list is a box with search; without it, the browser's own. */
export async function elegir(pagina: Page, etiqueta: string, texto: string): Promise<void> {
  const campo = pagina.getByRole('combobox', { name: etiqueta });
  if (await campo.evaluate((nodo) => nodo instanceof HTMLSelectElement)) {
    await campo.selectOption({ label: texto });
    return;
  }
  await campo.fill(texto);
  await pagina.getByRole('option', { name: texto, exact: true }).click();
}

/** Walks from the open question to the end of the journey, pressing every button. */
export async function caminar(
  pagina: Page,
  url: string,
  p: Persona,
  alLlegar: AlLlegar = async () => undefined,
): Promise<void> {
  for (let i = 0; i < 50; i++) {
    const slug = new URL(pagina.url()).pathname.split('/').at(-1) ?? '';
    await alLlegar(slug);
    await contestar(pagina, url, slug, p);
    const antes = pagina.url();
    await continuar(pagina);
    await pagina.waitForURL((u) => u.href !== antes);
    if (slug === 'revision') return;
  }
  throw new Error('The journey has no end');
}
