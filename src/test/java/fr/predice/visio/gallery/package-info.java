/**
 * Pictures of every state, for people to look at: {@code mvn verify -Dgallery=true -Dit.test=GalleryIT}, then
 * target/gallery. And the pictures and films of the help sheets, which the application serves: see SheetMediaTest.
 */
package fr.predice.visio.gallery;
