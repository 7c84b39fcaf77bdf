import type { VNode } from 'preact';
import { Pagina, renderizarPagina } from '../../interfaz/index.ts';

interface Texto {
  camino: string;
  titulo: string;
  cuerpo: VNode;
}

/** The pages about the service that every footer leads to. */
export const TEXTOS: readonly Texto[] = [
  {
    camino: '/accesibilidad',
    titulo: 'Accesibilidad',
    cuerpo: (
      <>
        <p class="govuk-body">
          Todas las páginas funcionan sin JavaScript, con teclado y con lector de pantalla, y se pueden
          ampliar hasta el 400 %. Su meta es el nivel AA de las pautas WCAG 2.2, también en los mensajes de
          error.
        </p>
        <p class="govuk-body">
          Cada versión se revisa con una herramienta automática, que no encuentra todas las barreras. Todavía
          no la han evaluado personas con discapacidad.
        </p>
      </>
    ),
  },
  {
    camino: '/datos-personales',
    titulo: 'Sus datos personales',
    cuerpo: (
      <>
        <p class="govuk-body">
          Los datos del RUT son reservados. Cualquiera puede consultar con un NIT el nombre y el estado; lo
          demás solo lo ve usted, y los funcionarios que la ley autoriza.
        </p>
        <p class="govuk-body">
          Un borrador que no se termina se borra a los 30 días. Los códigos y las contraseñas no se guardan,
          solo su huella. El código QR de su copia lleva firmados su NIT, su nombre y el estado, para que se
          pueda comprobar sin conexión; esos datos no se envían a nuestro servidor al abrir el enlace.
        </p>
        <p class="govuk-body">
          Usamos cookies solo para mantener su sesión. No hay publicidad ni seguimiento.
        </p>
      </>
    ),
  },
  {
    camino: '/codigo',
    titulo: 'Código abierto',
    cuerpo: (
      <p class="govuk-body">
        Autogestión es un programa libre con licencia MIT. Cualquiera puede leerlo, instalarlo y mejorarlo. Es
        una implementación independiente: no pertenece a la DIAN, no usa sus marcas y no tiene acceso a sus
        sistemas.
      </p>
    ),
  },
];

export const paginaTexto = (t: Texto) =>
  renderizarPagina(
    <Pagina titulo={t.titulo} migas={[{ texto: 'Inicio', href: '/' }]}>
      {t.cuerpo}
    </Pagina>,
  );
